"""What several families of rules ask of the chain."""

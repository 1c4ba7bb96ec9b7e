"""OVL: meetings and bodies."""

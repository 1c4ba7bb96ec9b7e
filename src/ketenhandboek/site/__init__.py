"""From pages to a published site: only what differs is written, and no build leaves half of one."""

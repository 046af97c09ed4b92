"""Events that lie on a disk: how one is kept, found, put in order and amended."""

"""The faults, one file a family: each is a function that takes a rig and leaves an outcome."""

"""How the small language layer is trained and measured: from treebanks to the weights in the package."""

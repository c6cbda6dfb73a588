"""How the encoder is trained, put into whole numbers and measured: from a start to the weights in the package."""

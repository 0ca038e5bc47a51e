"""The borders of the kommuner: the loaders that the running app uses, and the builder, which is run by hand."""

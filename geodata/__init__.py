"""The borders: the offline builder, and the loader that the running app uses."""

"""Breaking the machine under the program: a little in `test`, much in `torture`."""

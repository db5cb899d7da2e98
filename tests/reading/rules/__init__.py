"""What every page must be, one function for each rule; each yields what is wrong in plain words."""

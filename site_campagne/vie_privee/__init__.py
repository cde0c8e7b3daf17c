"""The privacy page: what is kept of people, the yearly account, the person in charge."""

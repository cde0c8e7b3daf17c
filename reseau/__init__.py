"""The network: the 17 regions, member resources, their people and accounts, the language they speak."""

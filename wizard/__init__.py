"""つながる前に (Before You Connect): guided decisions as pages whose address is their state."""

//! Names on the net: domains, suffixes, addresses, and the regions of GB/T 2260.

//! Parameters planted in a made-up history are found again.

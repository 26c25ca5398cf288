//! Encryption (age) and signatures (SSHSIG). The only floor that names them; no cryptography of our own.

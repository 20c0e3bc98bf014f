package io.quarkiverse.authlete.deployment.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Base64;

/** A key with its certificate, and the files that servers and TLS configurations read. */
record Identity(PrivateKey key, X509Certificate certificate) {

    static final String PASSWORD = "changeit";

    /** Writes a PKCS#12 key store. */
    void store(Path file) {
        try {
            KeyStore keys = emptyStore();
            keys.setKeyEntry("entry", key, PASSWORD.toCharArray(), new Certificate[] { certificate });
            write(keys, file);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes a PKCS#12 trust store. */
    static void storeTrusted(X509Certificate trusted, Path file) {
        try {
            KeyStore store = emptyStore();
            store.setCertificateEntry("ca", trusted);
            write(store, file);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes a PEM file. */
    static void pem(X509Certificate certificate, Path file) {
        try {
            Files.createDirectories(file.getParent());
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.writeString(next, "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n");
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyStore read(Path file) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(file)) {
            store.load(stream, PASSWORD.toCharArray());
        }
        return store;
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    /** At once, as a program that renews certificates does, so that nobody reads half of it. */
    private static void write(KeyStore store, Path file) throws GeneralSecurityException, IOException {
        Files.createDirectories(file.getParent());
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try (OutputStream stream = Files.newOutputStream(next)) {
            store.store(stream, PASSWORD.toCharArray());
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }
}

package io.quarkiverse.authlete.deployment.transport;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

import javax.security.auth.x500.X500Principal;

import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority that exists for one test. */
final class TestAuthority {

    private static final Duration DAY = Duration.ofDays(1);

    private final KeyPair keys = newKeys();
    private final X500Principal name;
    private final X509Certificate certificate;

    TestAuthority(String name) {
        this.name = new X500Principal("CN=" + name);
        this.certificate = sign(this.name, null, keys, this.name, keys, Instant.now().plus(DAY));
    }

    X509Certificate certificate() {
        return certificate;
    }

    /** A certificate for a server with this host name. */
    Identity issue(String host) {
        return issue(host, Instant.now().plus(DAY));
    }

    /** A certificate for a server with this host name that has expired an hour ago. */
    Identity issueExpired(String host) {
        return issue(host, Instant.now().minus(Duration.ofHours(1)));
    }

    static Identity selfSigned(String host) {
        KeyPair own = newKeys();
        X500Principal subject = new X500Principal("CN=" + host);
        return new Identity(own.getPrivate(), sign(subject, host, own, subject, own, Instant.now().plus(DAY)));
    }

    private Identity issue(String host, Instant end) {
        KeyPair own = newKeys();
        return new Identity(own.getPrivate(), sign(new X500Principal("CN=" + host), host, own, name, keys, end));
    }

    private static X509Certificate sign(X500Principal subject, String host, KeyPair subjectKeys, X500Principal issuer,
            KeyPair issuerKeys, Instant end) {
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(issuer,
                    new BigInteger(64, new SecureRandom()), Date.from(end.minus(DAY.multipliedBy(2))),
                    Date.from(end), subject, subjectKeys.getPublic());
            if (host == null) {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            } else {
                builder.addExtension(Extension.subjectAlternativeName, false,
                        new GeneralNames(new GeneralName(GeneralName.dNSName, host)));
            }
            return new JcaX509CertificateConverter().getCertificate(
                    builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKeys.getPrivate())));
        } catch (IOException | OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where the files of a test are: the same place in the test runner and in the application. */
    static Path directory(Class<?> test) {
        return Path.of("target", "certificates", test.getSimpleName()).toAbsolutePath();
    }
}

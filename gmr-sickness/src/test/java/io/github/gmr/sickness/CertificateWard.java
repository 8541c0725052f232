package io.github.gmr.sickness;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleRegistry;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Conditions of certificates.
 */
@Configuration(proxyBeanMethods = false)
class CertificateWard {

	private static final String BUNDLE = "shop";

	@Bean("sick certificate-invalid")
	Condition expired(SslBundleRegistry registry) {
		return new Certificate(registry, "-20d", 10);
	}

	@Bean("well certificate-invalid")
	Condition valid(SslBundleRegistry registry) {
		return new Certificate(registry, "-20d", 3650);
	}

	@Bean("sick certificate-expiring")
	Condition expiring(SslBundleRegistry registry) {
		return new Certificate(registry, "-80d", 90);
	}

	@Bean("well certificate-expiring")
	Condition goodForAMonth(SslBundleRegistry registry) {
		return new Certificate(registry, "-60d", 90);
	}

	/**
	 * A certificate in the only SSL bundle.
	 */
	private record Certificate(SslBundleRegistry registry, String start, int days) implements Condition {

		@Override
		public void begin() throws Exception {
			SslBundle bundle = SslBundle.of(SslStoreBundle.of(keyStore(), "changeit", null));
			try {
				this.registry.updateBundle(BUNDLE, bundle);
			}
			catch (RuntimeException ex) {
				this.registry.registerBundle(BUNDLE, bundle);
			}
		}

		@Override
		public void end() throws Exception {
			new Certificate(this.registry, "-1d", 3650).begin();
		}

		private KeyStore keyStore() throws Exception {
			Path directory = Files.createTempDirectory("shop");
			Path file = directory.resolve("shop.p12");
			create(file);
			KeyStore store = KeyStore.getInstance("PKCS12");
			try (InputStream in = Files.newInputStream(file)) {
				store.load(in, "changeit".toCharArray());
			}
			Files.delete(file);
			Files.delete(directory);
			return store;
		}

		private void create(Path file) throws IOException, InterruptedException {
			Process keytool = new ProcessBuilder(System.getProperty("java.home") + "/bin/keytool", "-genkeypair",
					"-alias", "shop", "-dname", "CN=shop.example.com", "-keyalg", "EC", "-startdate", this.start,
					"-validity", Integer.toString(this.days), "-storetype", "PKCS12", "-storepass", "changeit",
					"-keystore", file.toString(), "-J-XX:TieredStopAtLevel=1")
				.redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start();
			if (keytool.waitFor() != 0) {
				throw new IllegalStateException("No certificate could be made");
			}
		}

	}

}

package io.github.gmr.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A key store with one key and a certificate that it has signed itself.
 *
 * @param path where it is
 */
public record KeyStoreFile(Path path) {

	public static final String PASSWORD = "lantern-harbour";

	private static final String ALIAS = "key";

	/**
	 * Create a key store, or put another one in its place.
	 */
	public static KeyStoreFile create(Path directory, String name, String... validity) {
		Path store = directory.resolve(name);
		List<String> command = new ArrayList<>(List.of(
				Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-keyalg", "EC",
				"-alias", ALIAS, "-dname", "CN=" + name, "-keystore", store.toString(), "-storepass", PASSWORD));
		command.addAll(List.of(validity));
		try {
			Files.deleteIfExists(store);
			assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		return new KeyStoreFile(store);
	}

	public String certificate() throws Exception {
		return pem("CERTIFICATE", read().getCertificate(ALIAS).getEncoded());
	}

	public String privateKey() throws Exception {
		Key key = read().getKey(ALIAS, PASSWORD.toCharArray());
		return pem("PRIVATE KEY", key.getEncoded());
	}

	private KeyStore read() throws Exception {
		return KeyStore.getInstance(this.path.toFile(), PASSWORD.toCharArray());
	}

	private static String pem(String type, byte[] content) {
		return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(type,
				Base64.getMimeEncoder().encodeToString(content));
	}

}

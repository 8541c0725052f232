package io.github.gmr.view;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.springframework.core.io.ClassPathResource;

/**
 * Reads what views are expected to write.
 */
public final class Expected {

	private Expected() {
	}

	public static String output(String file) throws IOException {
		return new ClassPathResource(file, Expected.class).getContentAsString(StandardCharsets.UTF_8);
	}

}

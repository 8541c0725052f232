package io.github.gmr.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;

/**
 * The published schema of reports in JSON.
 */
public final class ReportSchema {

	private static final Path FILE = Path.of("..", "docs", "report.schema.json");

	private final JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(read());

	/**
	 * Return what the schema has against a document.
	 * @param json the document
	 * @return what is wrong, empty if it is valid
	 */
	public List<String> violations(String json) {
		return this.schema
			.validate(json, InputFormat.JSON,
					(context) -> context.getExecutionConfig().setFormatAssertionsEnabled(true))
			.stream()
			.map(ValidationMessage::toString)
			.toList();
	}

	private static String read() {
		try {
			return Files.readString(FILE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

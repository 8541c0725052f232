package io.github.gmr.actuate;

import java.util.Locale;

import org.springframework.boot.actuate.endpoint.Producible;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;

/**
 * Formats that the endpoint chooses from by the {@code Accept} header of a request. Of
 * all that are accepted the last one here is chosen, so that browsers get a page; a
 * request that accepts everything gets text.
 */
enum ReportFormat implements Producible<ReportFormat> {

	XML("application/xml"),

	JSON("application/json"),

	TEXT("text/plain;charset=UTF-8") {

		@Override
		public boolean isDefault() {
			return true;
		}

	},

	HTML("text/html;charset=UTF-8");

	private final MimeType mimeType;

	ReportFormat(String mimeType) {
		this.mimeType = MimeTypeUtils.parseMimeType(mimeType);
	}

	@Override
	public MimeType getProducedMimeType() {
		return this.mimeType;
	}

	/**
	 * Return the name of the view that writes the format.
	 * @return the name
	 */
	String view() {
		return name().toLowerCase(Locale.ROOT);
	}

}

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

	JSON(GmrEndpoint.JSON),

	TEXT(GmrEndpoint.TEXT) {

		@Override
		public boolean isDefault() {
			return true;
		}

	},

	HTML("text/html;charset=UTF-8");

	private final String mediaType;

	private final MimeType mimeType;

	ReportFormat(String mediaType) {
		this.mediaType = mediaType;
		this.mimeType = MimeTypeUtils.parseMimeType(mediaType);
	}

	@Override
	public MimeType getProducedMimeType() {
		return this.mimeType;
	}

	/**
	 * Return the media type as operations declare it.
	 * @return the media type
	 */
	String mediaType() {
		return this.mediaType;
	}

	/**
	 * Return the name of the view that writes the format.
	 * @return the name
	 */
	String view() {
		return name().toLowerCase(Locale.ROOT);
	}

}

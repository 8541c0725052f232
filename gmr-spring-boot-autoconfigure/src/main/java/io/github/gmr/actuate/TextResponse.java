package io.github.gmr.actuate;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

import io.github.gmr.ReportUnavailableException;

import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.util.MimeType;

/**
 * Responses of a few lines, most of them about why there is no report: an error page
 * would tell less.
 */
final class TextResponse {

	private TextResponse() {
	}

	static WebEndpointResponse<Resource> of(String text, int status) {
		return of(text, status, ReportFormat.TEXT.getProducedMimeType());
	}

	static WebEndpointResponse<Resource> of(String text, int status, MimeType mediaType) {
		return new WebEndpointResponse<>(new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)), status,
				mediaType);
	}

	static WebEndpointResponse<Resource> unavailable(String reason) {
		return of("No report can be had now: " + reason + ". Try again in a few seconds.\n",
				WebEndpointResponse.STATUS_SERVICE_UNAVAILABLE);
	}

	/**
	 * Answer that there is no report whatever the reason is.
	 * @param response makes the response
	 * @return the response
	 */
	static WebEndpointResponse<Resource> attempt(Supplier<WebEndpointResponse<Resource>> response) {
		try {
			return response.get();
		}
		catch (ReportUnavailableException ex) {
			return unavailable(String.valueOf(ex.getMessage()));
		}
		catch (RuntimeException | StackOverflowError | OutOfMemoryError ex) {
			return unavailable(ex.getClass().getName());
		}
	}

}

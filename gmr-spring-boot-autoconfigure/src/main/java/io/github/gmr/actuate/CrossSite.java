package io.github.gmr.actuate;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.web.util.ForwardedHeaderUtils;

/**
 * Knows requests that a page of another site may have let a browser send, in the name of
 * a user who knows nothing about it. What is no browser does not say where its requests
 * come from, and sends none for others. Needs spring-web, as the filters do.
 */
final class CrossSite {

	private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

	private CrossSite() {
	}

	/**
	 * Return whether a page of another site may have sent a request. A header that no
	 * page can add for another server without asking that one first is proof that none
	 * has, whatever origin a proxy has passed on.
	 * @param request the request
	 * @return whether it may
	 */
	static boolean maySend(HttpRequest request) {
		HttpHeaders headers = request.getHeaders();
		return headers.getFirst("X-Requested-With") == null
				&& !(OWN_SITE.containsAll(headers.getValuesAsList("Sec-Fetch-Site"))
						&& headers.getValuesAsList(HttpHeaders.ORIGIN).stream().allMatch(isOwn(request)));
	}

	/**
	 * Returns what knows the origin of the server: as the request names it, or as proxies
	 * have noted that the client does.
	 */
	private static Predicate<String> isOwn(HttpRequest request) {
		return (origin) -> {
			try {
				URI uri = request.getURI();
				String forwarded = ForwardedHeaderUtils.adaptFromForwardedHeaders(uri, request.getHeaders())
					.build()
					.toUriString();
				return Stream.of(uri, URI.create(forwarded))
					.map(CrossSite::origin)
					.anyMatch(origin(URI.create(origin))::equals);
			}
			catch (IllegalArgumentException | IllegalStateException ex) {
				return false;
			}
		};
	}

	/**
	 * Returns the origin without the default port, as browsers write it.
	 */
	private static String origin(URI uri) {
		String origin = (uri.getScheme() + "://" + uri.getRawAuthority()).toLowerCase(Locale.ROOT);
		return origin.replaceFirst(origin.startsWith("https:") ? ":443$" : ":80$", "");
	}

}

package io.github.gmr.actuate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;

/**
 * The media types that a client accepts. What it wants most counts, then what it names
 * exactly, then what it names first. Immutable. Needs spring-web, as the filters do.
 */
final class AcceptedTypes {

	private static final List<Range> ALL = List.of(new Range(MimeTypeUtils.ALL, 0));

	private static final Comparator<Range> CLOSEST = Comparator.comparingInt(Range::wildcards)
		.thenComparingInt(Range::position);

	private static final Comparator<Range> PREFERRED = Comparator.comparingDouble(Range::quality)
		.reversed()
		.thenComparing(CLOSEST);

	private final List<Range> ranges;

	private AcceptedTypes(List<Range> ranges) {
		this.ranges = ranges;
	}

	/**
	 * Read the {@code Accept} headers of a request.
	 * @param headers the headers, none to accept everything
	 * @return the types, none if the headers cannot be read
	 */
	static AcceptedTypes of(List<String> headers) {
		try {
			List<MimeType> types = MimeTypeUtils.parseMimeTypes(String.join(",", headers));
			List<Range> ranges = new ArrayList<>();
			for (MimeType type : types) {
				ranges.add(new Range(type, ranges.size()));
			}
			return new AcceptedTypes(ranges.isEmpty() ? ALL : ranges);
		}
		catch (InvalidMimeTypeException ex) {
			return new AcceptedTypes(List.of());
		}
	}

	/**
	 * Return what the client wants most.
	 * @param <T> the type of the candidates
	 * @param candidates what can be had, the preferred one first
	 * @param mediaType returns the media type of a candidate
	 * @return the candidate, empty if none is accepted
	 */
	<T> Optional<T> best(List<T> candidates, Function<T, String> mediaType) {
		return candidates.stream()
			.flatMap((candidate) -> match(candidate, mediaType.apply(candidate)).stream())
			.min(Comparator.comparing(Match::range, PREFERRED))
			.map(Match::candidate);
	}

	private <T> Optional<Match<T>> match(T candidate, String mediaType) {
		MimeType type = MimeTypeUtils.parseMimeType(mediaType);
		return this.ranges.stream()
			.filter((range) -> range.type().includes(type))
			.min(CLOSEST)
			.filter((range) -> range.quality() > 0)
			.map((range) -> new Match<>(candidate, range));
	}

	/**
	 * Something that is accepted, and by what.
	 */
	private record Match<T>(T candidate, Range range) {

	}

	/**
	 * One of the types, which may have wildcards.
	 */
	private record Range(MimeType type, int position) {

		int wildcards() {
			return (this.type.isWildcardType() ? 1 : 0) + (this.type.isWildcardSubtype() ? 1 : 0);
		}

		/**
		 * Returns how much the type is wanted, from 0 to 1, which it also is where that
		 * cannot be read.
		 */
		double quality() {
			try {
				return MediaType.asMediaType(this.type).getQualityValue();
			}
			catch (IllegalArgumentException ex) {
				return 1;
			}
		}

	}

}

package io.github.gmr.redact.find;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.gmr.redact.name.NameRules;
import io.github.gmr.redact.phrase.Phrases;
import io.github.gmr.redact.row.ColumnLists;
import io.github.gmr.redact.row.TextTables;
import io.github.gmr.redact.text.SecretFinder;
import io.github.gmr.redact.token.EncodedSecrets;
import io.github.gmr.redact.token.KnownTokens;
import io.github.gmr.redact.token.PrivateKeys;
import io.github.gmr.redact.token.SecretPaths;

/**
 * All ways to find secrets by what they look like.
 */
public final class SecretFinders {

	private SecretFinders() {
	}

	/**
	 * Return the built-in finders, and one for patterns of the user.
	 * @param names decides which values are secrets by their names
	 * @param patterns what else to mask; one with groups masks only its first group
	 * @return the finders, safe for use by many threads
	 */
	public static List<SecretFinder> all(NameRules names, List<Pattern> patterns) {
		List<SecretFinder> finders = List.of(new PrivateKeys(), new EncodedSecrets(), new KnownTokens(), new UserInfo(),
				new Credentials(), new WebHooks(), new SecretPaths(), new Commands(), new Assignments(names),
				new Sentences(names), new Phrases(names), new ColumnLists(names), new TextTables(names));
		return Stream.concat(finders.stream(), Stream.of(new EscapedTexts(finders), new CustomPatterns(patterns)))
			.toList();
	}

}

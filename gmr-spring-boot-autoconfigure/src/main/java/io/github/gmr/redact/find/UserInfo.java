package io.github.gmr.redact.find;

import java.util.Locale;
import java.util.Set;

import io.github.gmr.redact.text.Marks;
import io.github.gmr.redact.text.Scan;
import io.github.gmr.redact.text.SecretFinder;

/**
 * Finds the password, or the token, before the host of a URL, and before a host without a
 * scheme.
 */
final class UserInfo implements SecretFinder {

	private static final int OPAQUE_LENGTH = 16;

	private static final int MIN_LENGTH = 8;

	private static final int MAX_USER = 128;

	private static final Set<String> SCHEMES = Set.of("mailto", "sip", "sips", "acct", "xmpp", "pkg", "ftp", "ftps",
			"sftp", "scp", "ssh", "smtp", "smtps", "imap", "imaps", "pop3", "pop3s");

	private static final int MIN_PASSWORD = 5;

	private static final Set<String> SERVICES = Set.of("http", "host", "hdfs", "kafka", "zookeeper", "ldap", "nfs",
			"cifs", "hive", "yarn", "krbtgt", "actions");

	private static final String BEFORE_USER = " \t\n\r,;\"'=(<[{|`";

	@Override
	public void find(String text, Marks marks) {
		int at = text.indexOf('@');
		int from = 0;
		while (at >= 0) {
			int end = lastAt(text, at);
			mark(text, from, end, marks);
			from = end + 1;
			at = text.indexOf('@', from);
		}
	}

	/**
	 * Return the last {@code @} before the host ends, as a password may have more of it.
	 */
	private static int lastAt(String text, int at) {
		int last = at;
		for (int i = at + 1; i < text.length() && !isEndOfHost(text.charAt(i)); i++) {
			if (text.charAt(i) == '@') {
				last = i;
			}
		}
		return last;
	}

	private static boolean isEndOfHost(char ch) {
		return ch == '/' || ch == '?' || ch == '#' || ch == ',' || ch == '"' || ch == '\'' || ch == '<'
				|| Character.isWhitespace(ch);
	}

	private static void mark(String text, int from, int at, Marks marks) {
		if (at > from && text.charAt(at - 1) == '"') {
			markQuoted(text, from, at - 1, marks);
			return;
		}
		int start = startOfToken(text, startAfterHost(text, from, at), at);
		int scheme = lastIndexOf(text, "://", start, at);
		if (scheme >= 0) {
			markUrl(text, scheme + 3, at, marks);
		}
		else {
			markPlain(text, start, at, marks);
		}
	}

	/**
	 * Return where the next address of a list starts, after the host of the one before.
	 */
	private static int startAfterHost(String text, int from, int at) {
		int comma = (from > 0) ? firstOf(text, ",;", from, at) : at;
		return (comma < at) ? comma + 1 : from;
	}

	private static int startOfToken(String text, int from, int at) {
		return Scan.start(text, from, at, Scan.visibleExcept("\""));
	}

	private static void markUrl(String text, int start, int at, Marks marks) {
		int colon = firstOf(text, ":", start, at);
		int slash = firstOf(text, "/?#", start, at);
		if (slash < at && (colon > slash || isPort(text, colon + 1, slash))) {
			return;
		}
		if (colon == at && isTokenOnly(text, start)) {
			marks.mark(start, at);
			return;
		}
		if (colon == at) {
			markToken(text, start, at, marks);
			return;
		}
		marks.mark(colon + 1, at);
		String password = text.substring(colon + 1, at);
		if (password.isEmpty() || password.equals("x-oauth-basic")) {
			marks.mark(start, colon);
		}
		else {
			markToken(text, start, colon, marks);
		}
	}

	/**
	 * Return whether a scheme has no users without passwords.
	 */
	private static boolean isTokenOnly(String text, int start) {
		return text.startsWith("nats://", start - 7) || text.startsWith("redis://", start - 8)
				|| text.startsWith("rediss://", start - 9);
	}

	private static boolean isPort(String text, int start, int end) {
		return end - start <= 5 && text.substring(start, end).chars().allMatch((ch) -> ch >= '0' && ch <= '9');
	}

	private static void markToken(String text, int start, int end, Marks marks) {
		String user = text.substring(start, end);
		boolean digits = user.chars().anyMatch(Character::isDigit);
		boolean capitals = user.chars().anyMatch(Character::isUpperCase);
		if (user.length() >= OPAQUE_LENGTH || (digits && (capitals || user.length() >= MIN_LENGTH))) {
			marks.mark(start, end);
		}
	}

	/**
	 * Mark what stands in quotation marks after the name of a user.
	 */
	private static void markQuoted(String text, int from, int quote, Marks marks) {
		int start = Scan.start(text, Math.max(from, quote - MAX_USER), quote, (ch) -> ch != '"');
		if (start > 1 && text.charAt(start - 1) == '"' && "/:".indexOf(text.charAt(start - 2)) >= 0) {
			marks.mark(start, quote);
		}
	}

	private static void markPlain(String text, int start, int at, Marks marks) {
		int oracle = lastIndexOf(text, "jdbc:oracle:", start, at);
		if (oracle < 0 && markLogon(text, start, at, marks)) {
			return;
		}
		boolean slash = oracle >= 0 || text.startsWith("//", at + 1);
		int separator = firstOf(text, slash ? "/" : ":", start, at);
		if (separator < at && !slash && isScheme(text.substring(startOfUser(text, start, separator), separator))) {
			separator = Math.min(at, firstOf(text, ":", separator + 1, at));
		}
		if (separator < at && (slash || isUser(text, start, separator, at))) {
			marks.mark(separator + 1, at);
		}
	}

	/**
	 * Mark a password between a slash and a host that is no word, no version and no
	 * instance of a service.
	 * @return whether there is one
	 */
	private static boolean markLogon(String text, int start, int at, Marks marks) {
		int slash = Scan.start(text, start, at, (ch) -> ch != '/') - 1;
		if (slash <= start || at + 1 >= text.length()) {
			return false;
		}
		int user = startOfUser(text, start, slash);
		String name = text.substring(user, slash);
		String password = text.substring(slash + 1, at);
		boolean mixed = password.length() >= MIN_PASSWORD && password.chars().anyMatch(Character::isDigit)
				&& password.chars().anyMatch(Character::isLetter);
		boolean plain = !name.isEmpty() && name.chars().allMatch((ch) -> Character.isLetterOrDigit(ch) || ch == '_');
		boolean host = text.charAt(at + 1) >= 'a' && text.charAt(at + 1) <= 'z' && !text.startsWith("sha", at + 1)
				&& !(text.charAt(at + 1) == 'v' && at + 2 < text.length() && Character.isDigit(text.charAt(at + 2)));
		if (mixed && plain && host && !SERVICES.contains(name.toLowerCase(Locale.ROOT))) {
			marks.mark(slash + 1, at);
			return true;
		}
		return false;
	}

	private static boolean isUser(String text, int start, int colon, int at) {
		String name = text.substring(startOfUser(text, start, colon), colon);
		return !name.isEmpty() && !isScheme(name) && at + 1 < text.length() && isHostStart(text, at + 1);
	}

	private static int startOfUser(String text, int start, int colon) {
		return Scan.start(text, Math.max(start, colon - MAX_USER), colon, (ch) -> BEFORE_USER.indexOf(ch) < 0);
	}

	/**
	 * Return whether what stands before the colon is no user, but the scheme of an
	 * address.
	 */
	private static boolean isScheme(String scheme) {
		return SCHEMES.contains(scheme);
	}

	private static boolean isHostStart(String text, int index) {
		char ch = text.charAt(index);
		return (Character.isLetterOrDigit(ch) || ch == '[' || ch == '/' || ch == '$')
				&& !text.startsWith("sha256:", index);
	}

	private static int lastIndexOf(String text, String part, int start, int end) {
		int index = end - part.length();
		while (index >= start && !text.startsWith(part, index)) {
			index--;
		}
		return (index >= start) ? index : -1;
	}

	private static int firstOf(String text, String chars, int start, int end) {
		int index = start;
		while (index < end && chars.indexOf(text.charAt(index)) < 0) {
			index++;
		}
		return index;
	}

}

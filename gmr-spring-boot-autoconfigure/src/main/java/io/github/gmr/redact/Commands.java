package io.github.gmr.redact;

import java.util.Map;

/**
 * Finds passwords among the arguments of well-known commands that do not name them:
 * {@code docker login -p x}, {@code redis-cli -a x}.
 */
final class Commands implements SecretFinder {

	private static final Map<String, String> OPTIONS = Map.ofEntries(Map.entry("sshpass", "p"),
			Map.entry("redis-cli", "a"), Map.entry("login", "p"), Map.entry("htpasswd", "b"), Map.entry("mysql", "p"),
			Map.entry("mysqldump", "p"), Map.entry("mysqladmin", "p"), Map.entry("mariadb", "p"),
			Map.entry("mongo", "p"), Map.entry("mongosh", "p"), Map.entry("mongodump", "p"),
			Map.entry("ldapsearch", "w"), Map.entry("ldapmodify", "w"), Map.entry("sqlcmd", "P"), Map.entry("bcp", "P"),
			Map.entry("snmpwalk", "A"), Map.entry("zip", "P"), Map.entry("unzip", "P"), Map.entry("7z", "p"),
			Map.entry("openssl", "k"));

	@Override
	public void find(String text, Marks marks) {
		findLogin(text, marks);
		if (text.contains(" -")) {
			findOptions(text, marks);
		}
	}

	private static void findOptions(String text, Marks marks) {
		String letters = "";
		for (int start = 0; start < text.length();) {
			int end = endOfWord(text, start);
			String word = text.substring(start, end);
			letters = OPTIONS.getOrDefault(word.substring(word.lastIndexOf('/') + 1), letters);
			start = skipSpaces(text, end);
			if (isOption(word, letters)) {
				start = mark(text, end - word.length(), end, start, marks);
			}
		}
	}

	/**
	 * Mark the password of a {@code netrc} file.
	 */
	private static void findLogin(String text, Marks marks) {
		int login = text.indexOf("login ");
		int password = (login >= 0) ? text.indexOf(" password ", login) : -1;
		if (password >= 0) {
			int start = skipSpaces(text, password + " password ".length());
			marks.mark(start, endOfWord(text, start));
		}
	}

	private static boolean isOption(String word, String letters) {
		return !letters.isEmpty() && word.length() > 1 && word.charAt(0) == '-' && letters.indexOf(word.charAt(1)) >= 0;
	}

	private static int mark(String text, int word, int end, int next, Marks marks) {
		if (end - word > 2) {
			marks.mark(word + 2, end);
			return next;
		}
		int value = endOfWord(text, next);
		if (text.startsWith("b", end - 1)) {
			marks.mark(next, text.length());
		}
		else if (!text.startsWith("-", next)) {
			marks.mark(next, value);
		}
		return skipSpaces(text, value);
	}

	private static int endOfWord(String text, int start) {
		int end = start;
		while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
			end++;
		}
		return end;
	}

	private static int skipSpaces(String text, int start) {
		int end = start;
		while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
			end++;
		}
		return end;
	}

}

package io.github.gmr.redact;

import java.util.List;

/**
 * Finds the secret path of incoming web hooks.
 */
final class WebHooks implements SecretFinder {

	private static final List<String> ADDRESSES = List.of("hooks.slack.com/services/", "hooks.slack.com/workflows/",
			"hooks.slack.com/triggers/", "discord.com/api/webhooks/", "discordapp.com/api/webhooks/",
			".webhook.office.com/webhookb2/", "api.telegram.org/bot", "outlook.office.com/webhook/",
			"chat.googleapis.com/v1/spaces/", "hooks.zapier.com/hooks/catch/", "maker.ifttt.com/",
			".logic.azure.com/workflows/", "open.feishu.cn/open-apis/bot/v2/hook/", "hc-ping.com/",
			".sumologic.com/receiver/v1/http/");

	@Override
	public void find(String text, Marks marks) {
		if (!text.contains("://")) {
			return;
		}
		for (String address : ADDRESSES) {
			int index = text.indexOf(address);
			while (index >= 0) {
				int end = end(text, index + address.length());
				marks.mark(index + address.length(), end);
				index = text.indexOf(address, end);
			}
		}
	}

	private static int end(String text, int start) {
		int end = start;
		while (end < text.length() && !Character.isWhitespace(text.charAt(end))
				&& "\"'<>,;".indexOf(text.charAt(end)) < 0) {
			end++;
		}
		return end;
	}

}

package io.github.gmr.recorder;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/**
 * A MongoDB server on the loopback address that greets its clients and answers nothing
 * else.
 */
final class GreetingMongo {

	private static final int OP_REPLY = 1;

	private static final int OP_QUERY = 2004;

	private static final int OP_MSG = 2013;

	private static final int HEADER = 16;

	private static final String GREETING = """
			{"ok": 1, "helloOk": true, "ismaster": true, "isWritablePrimary": true, "minWireVersion": 0,
			"maxWireVersion": 21, "maxBsonObjectSize": 16777216, "maxMessageSizeBytes": 48000000, "readOnly": false}
			""";

	private final ServerSocket accepting = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());

	GreetingMongo() throws IOException {
		Extras.named("greeting-server", () -> {
			while (true) {
				serve();
			}
		}).start();
	}

	int port() {
		return this.accepting.getLocalPort();
	}

	private void serve() {
		try {
			Socket socket = this.accepting.accept();
			Extras.named("greeting-answers", () -> answer(socket)).start();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void answer(Socket socket) {
		try (socket) {
			DataInputStream in = new DataInputStream(socket.getInputStream());
			while (true) {
				byte[] header = in.readNBytes(HEADER);
				ByteBuffer fields = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
				byte[] body = in.readNBytes(fields.getInt() - HEADER);
				String text = new String(body, StandardCharsets.ISO_8859_1);
				if (text.contains("hello") || text.contains("ismaster")) {
					socket.getOutputStream().write(greeting(fields.getInt(), fields.getInt(12) == OP_QUERY));
				}
			}
		}
		catch (RuntimeException | IOException ex) {
			// the client has gone
		}
	}

	private static byte[] greeting(int request, boolean query) {
		BasicOutputBuffer document = new BasicOutputBuffer();
		new BsonDocumentCodec().encode(new BsonBinaryWriter(document), BsonDocument.parse(GREETING),
				EncoderContext.builder().build());
		int prefix = query ? 20 : 5;
		ByteBuffer message = ByteBuffer.allocate(HEADER + prefix + document.getSize()).order(ByteOrder.LITTLE_ENDIAN);
		message.putInt(message.capacity()).putInt(1).putInt(request).putInt(query ? OP_REPLY : OP_MSG);
		if (query) {
			message.putInt(0).putLong(0).putInt(0).putInt(1);
		}
		else {
			message.putInt(0).put((byte) 0);
		}
		return message.put(document.toByteArray()).array();
	}

}

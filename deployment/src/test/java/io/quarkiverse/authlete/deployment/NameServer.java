package io.quarkiverse.authlete.deployment;

import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;

/**
 * A name server for which every name is this machine, with one address or several. It counts the questions in a system
 * property.
 */
final class NameServer implements Closeable {

    static final String QUESTIONS = "name-server.questions";

    private static final int HEADER = 12;
    private static final int TYPE_A = 1;

    private final DatagramSocket socket;
    private final byte[] lastBytes;

    NameServer() {
        this(1);
    }

    /** @param lastBytes the last byte of each address 127.0.0.x, in this order */
    NameServer(int... lastBytes) {
        this.lastBytes = new byte[lastBytes.length];
        for (int i = 0; i < lastBytes.length; i++) {
            this.lastBytes[i] = (byte) lastBytes[i];
        }
        try {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        } catch (SocketException e) {
            throw new IllegalStateException(e);
        }
        System.setProperty(QUESTIONS, "0");
        Thread thread = new Thread(this::serve, "name-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() {
        socket.close();
    }

    private void serve() {
        DatagramPacket packet = new DatagramPacket(new byte[512], 512);
        while (!socket.isClosed()) {
            try {
                socket.receive(packet);
                System.setProperty(QUESTIONS, Integer.toString(Integer.getInteger(QUESTIONS) + 1));
                byte[] answer = answer(ByteBuffer.wrap(packet.getData(), 0, packet.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException e) {
                // closed
            }
        }
    }

    /** RFC 1035, 4.1: the header, the question as it came, and the addresses if they were asked for. */
    private byte[] answer(ByteBuffer question) {
        int end = HEADER;
        while (question.get(end) != 0) {
            end += question.get(end) + 1;
        }
        boolean address = question.getShort(end + 1) == TYPE_A;
        byte[] asked = new byte[end + 5 - HEADER];
        question.get(HEADER, asked);
        ByteBuffer answer = ByteBuffer.allocate(512)
                .putShort(question.getShort(0)).putShort((short) 0x8180)
                .putShort((short) 1).putShort((short) (address ? lastBytes.length : 0)).putShort((short) 0).putShort((short) 0)
                .put(asked);
        if (address) {
            for (byte last : lastBytes) {
                answer.putShort((short) 0xC00C).putShort((short) TYPE_A).putShort((short) 1).putInt(60).putShort((short) 4)
                        .put(new byte[] { 127, 0, 0, last });
            }
        }
        byte[] bytes = new byte[answer.position()];
        answer.get(0, bytes);
        return bytes;
    }
}

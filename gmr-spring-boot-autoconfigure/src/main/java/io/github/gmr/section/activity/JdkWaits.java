package io.github.gmr.section.activity;

/**
 * The first half of the catalogue: waits in code of the JDK.
 */
final class JdkWaits {

	/**
	 * An entry in each line: the kind of activity; of which kinds it must be as far as
	 * the frames above have shown; the frames that show it; words for one thread.
	 */
	static final String TABLE = """
			unknown         | running unknown              | jdk.internal.misc.Unsafe.park java.lang.VirtualThread.{park,parkNanos,parkOnCarrierThread} java.util.concurrent.locks.LockSupport.{park,parkNanos,parkUntil} | waits until it is unparked
			notification    | running unknown              | java.lang.Object.{wait,wait0} | waits to be notified
			sleep           | running unknown              | java.lang.Thread.{sleep,sleep0,sleepNanos0} java.lang.VirtualThread.sleepNanos | sleeps
			running         | running unknown              | jdk.internal.vm.Continuation.{run,enter} | carries a virtual thread

			lock            | unknown                      | java.util.concurrent.locks.AbstractQueued{,Long}Synchronizer.* | waits for a lock
			lock            | lock                         | java.util.concurrent.locks.AbstractQueued{,Long}Synchronizer$ConditionObject.* | waits for the lock of a condition
			condition       | unknown                      | java.util.concurrent.locks.AbstractQueued{,Long}Synchronizer$ConditionObject.* | waits for a condition
			read-write-lock | lock                         | java.util.concurrent.locks.ReentrantReadWriteLock$ReadLock.* | waits for a read lock
			read-write-lock | lock                         | java.util.concurrent.locks.ReentrantReadWriteLock$WriteLock.* | waits for a write lock
			stamped-lock    | unknown                      | java.util.concurrent.locks.StampedLock.* | waits for a StampedLock
			semaphore       | lock                         | java.util.concurrent.Semaphore.{acquire,acquireUninterruptibly,tryAcquire} | waits for a permit of a Semaphore
			latch           | lock                         | java.util.concurrent.CountDownLatch.await | waits for a CountDownLatch
			barrier         | condition                    | java.util.concurrent.CyclicBarrier.await | waits for others at a CyclicBarrier
			barrier         | unknown                      | java.util.concurrent.Phaser.* | waits for others at a Phaser
			barrier         | unknown                      | java.util.concurrent.Exchanger.exchange | waits for another one at an Exchanger
			future          | unknown                      | java.util.concurrent.FutureTask.get | waits for the result of a task
			future          | unknown                      | java.util.concurrent.CompletableFuture.{get,join} | waits for a CompletableFuture
			future          | unknown notification lock    | java.util.concurrent.ForkJoinTask.{get,join,invoke,invokeAll,quietlyJoin,quietlyInvoke} java.util.concurrent.ForkJoinPool.{invoke,invokeAll,invokeAny} | waits for a task of a ForkJoinPool
			future          | future                       | java.util.concurrent.AbstractExecutorService.invokeAll | waits for all tasks that it has submitted
			future          | future                       | java.util.concurrent.AbstractExecutorService.invokeAny | waits for the first of its tasks to end
			future          | empty-queue                  | java.util.concurrent.ExecutorCompletionService.{take,poll} | waits for the next task to end

			full-queue      | condition                    | java.util.concurrent.{ArrayBlockingQueue,LinkedBlockingQueue,LinkedBlockingDeque,PriorityBlockingQueue}.{put,offer,putFirst,putLast,offerFirst,offerLast} | waits for space in a queue
			full-queue      | unknown                      | java.util.concurrent.SynchronousQueue.{put,offer} java.util.concurrent.LinkedTransferQueue.{transfer,tryTransfer} | waits until its element is taken
			full-queue      | unknown                      | java.util.concurrent.SubmissionPublisher$BufferedSubscription.awaitSpace | waits for space in the buffer of a SubmissionPublisher
			full-queue      | lock                         | java.util.concurrent.SubmissionPublisher.doOffer | waits for others before a SubmissionPublisher
			full-queue      | notification                 | java.io.PipedInputStream.awaitSpace java.io.PipedReader.receive | waits for space in a pipe
			empty-queue     | condition                    | java.util.concurrent.{ArrayBlockingQueue,LinkedBlockingQueue,LinkedBlockingDeque,PriorityBlockingQueue}.{take,poll,takeFirst,takeLast,pollFirst,pollLast} | waits for an element of a queue
			empty-queue     | unknown                      | java.util.concurrent.{SynchronousQueue,LinkedTransferQueue}.{take,poll} | waits for an element of a queue
			idle            | condition                    | java.util.concurrent.DelayQueue.{take,poll} | waits for an element that is due
			empty-queue     | condition                    | java.util.concurrent.ScheduledThreadPoolExecutor$DelayedWorkQueue.{take,poll} | waits for a task that is due
			idle            | empty-queue                  | java.util.concurrent.ThreadPoolExecutor.getTask | waits for a task
			idle            | unknown                      | java.util.concurrent.ForkJoinPool.awaitWork | waits for a task
			idle            | unknown                      | java.util.concurrent.DelayScheduler.loop | waits for a task that is due
			idle            | notification                 | java.util.TimerThread.mainLoop | waits for a task that is due
			idle            | notification condition       | java.lang.ref.ReferenceQueue.* | waits for references
			idle            | running                      | java.lang.ref.Reference.waitForReferencePendingList | waits for references
			idle            | running                      | java.lang.ProcessHandleImpl.waitForProcessExit0 | waits for the end of a child process

			thread-end      | notification latch           | java.lang.Thread.join | waits for the end of a thread
			shutdown        | thread-end                   | java.lang.ApplicationShutdownHooks.runHooks | waits for the shutdown hooks
			shutdown        | condition unknown notification latch | java.util.concurrent.{ThreadPoolExecutor,ForkJoinPool,ThreadPerTaskExecutor}.{awaitTermination,awaitQuiescence,close} | waits for the end of an executor
			shutdown        | monitor                      | java.lang.Shutdown.* | waits for the end of the JVM

			socket-read     | running                      | sun.nio.ch.SocketDispatcher.{read0,readv0} sun.nio.ch.Net.poll java.net.SocketInputStream.socketRead0 | reads from a socket
			socket-read     | unknown                      | sun.nio.ch.NioSocketImpl.{read,implRead,tryRead,timedRead} sun.nio.ch.SocketChannelImpl.{read,blockingRead} | reads from a socket
			socket-read     | running                      | sun.nio.ch.DatagramChannelImpl.receive0 sun.nio.ch.DatagramDispatcher.{read0,readv0} | waits for a datagram
			socket-read     | unknown socket-read          | sun.nio.ch.DatagramChannelImpl.{receive,blockingReceive} | waits for a datagram
			socket-connect  | running                      | sun.nio.ch.Net.{connect0,pollConnect} | connects a socket
			socket-connect  | unknown socket-read          | sun.nio.ch.{NioSocketImpl,SocketChannelImpl}.{connect,blockingConnect} | connects a socket
			socket-write    | running                      | sun.nio.ch.SocketDispatcher.{write0,writev0} | writes to a socket
			socket-write    | unknown socket-read          | sun.nio.ch.NioSocketImpl.{write,implWrite,tryWrite} sun.nio.ch.SocketChannelImpl.{write,blockingWriteFully} | writes to a socket
			idle            | running                      | sun.nio.ch.Net.accept sun.nio.ch.UnixDomainSockets.accept0 | accepts connections
			idle            | unknown socket-read lock     | sun.nio.ch.{NioSocketImpl,ServerSocketChannelImpl}.{accept,implAccept,blockingAccept} | accepts connections
			idle            | running                      | sun.nio.ch.EPoll.wait sun.nio.ch.KQueue.poll sun.nio.ch.WindowsSelectorImpl$SubSelector.poll0 sun.nio.ch.WEPoll.wait | waits for events of its channels
			idle            | unknown                      | sun.nio.ch.Poller.{pollSelector,subPollerLoop} | waits for events of its channels
			idle            | running                      | sun.nio.fs.LinuxWatchService.poll | watches files
			idle            | empty-queue                  | sun.nio.fs.AbstractWatchService.{take,poll} | watches files
			socket-read     | notification                 | java.io.PipedInputStream.* java.io.PipedReader.* | waits for data in a pipe
			name-lookup     | running                      | java.net.{Inet4,Inet6}AddressImpl.{lookupAllHostAddr,getHostByAddr,getLocalHostName} | looks a host name up
			name-lookup     | monitor lock                 | java.net.InetAddress$NameServiceAddresses.* | waits for another thread that looks the same host name up
			name-lookup     | idle socket-read unknown     | com.sun.jndi.dns.** | looks a name up in DNS
			directory       | empty-queue socket-read notification | com.sun.jndi.ldap.** | waits for an LDAP server

			file            | running                      | java.io.FileInputStream.{read0,readBytes} java.io.RandomAccessFile.{read0,readBytes0,readBytes} sun.nio.ch.{FileDispatcherImpl,UnixFileDispatcherImpl}.{read0,readv0,pread0} | reads from a file or a pipe
			file            | running                      | java.io.FileInputStream.{open0} java.io.FileOutputStream.open0 java.io.RandomAccessFile.open0 java.io.UnixFileSystem.* sun.nio.fs.UnixNativeDispatcher.* | asks the file system
			file            | running                      | java.io.FileOutputStream.{write,writeBytes} java.io.RandomAccessFile.{write0,writeBytes,writeBytes0} sun.nio.ch.{FileDispatcherImpl,UnixFileDispatcherImpl}.{write0,writev0,pwrite0} | writes to a file or a pipe
			file            | running                      | sun.nio.ch.{FileChannelImpl,FileDispatcherImpl,UnixFileDispatcherImpl}.{transferTo0,transferFrom0} | transfers a file
			socket-write    | file                         | sun.nio.ch.SocketDispatcher.* | writes to a socket
			file            | socket-read                  | sun.nio.ch.SourceChannelImpl.* | reads from a file or a pipe
			file-lock       | running                      | sun.nio.ch.{FileDispatcherImpl,UnixFileDispatcherImpl}.lock0 | waits for the lock of a file
			file-sync       | running                      | sun.nio.ch.{FileDispatcherImpl,UnixFileDispatcherImpl}.force0 java.io.FileDescriptor.{sync,sync0} java.nio.MappedMemoryUtils.force0 | waits until a file is on the disk
			standard-output | file                         | java.io.PrintStream.* | prints to standard output or a file
			standard-output | monitor lock                 | java.io.PrintStream.* | waits for another thread that prints
			process         | notification condition latch future | java.lang.ProcessImpl.waitFor java.lang.Process.waitFor | waits for the end of a child process
			entropy         | file                         | sun.security.provider.NativePRNG$RandomIO.* sun.security.provider.SeedGenerator$URLSeedGenerator.* | waits for random numbers of the system
			class-loading   | monitor lock                 | java.lang.ClassLoader.* jdk.internal.loader.BuiltinClassLoader.* | waits for a class loader
			monitor         | monitor                      | java.util.concurrent.ConcurrentHashMap.* | waits for another thread that computes a value of a map
			remote          | empty-queue                  | jdk.internal.net.http.ResponseSubscribers$HttpResponseInputStream.* | waits for the rest of an HTTP response (JDK HttpClient)
			remote          | future                       | jdk.internal.net.http.HttpClientImpl.send | waits for an HTTP response (JDK HttpClient)
			remote          | socket-read                  | sun.net.www.http.HttpClient.* | waits for an HTTP response (HttpURLConnection)
			idle            | socket-read                  | sun.rmi.transport.tcp.TCPTransport$ConnectionHandler.* | waits for a call by RMI
			remote          | socket-read                  | sun.rmi.transport.StreamRemoteCall.executeCall | waits for an answer by RMI
			""";

	private JdkWaits() {
	}

}

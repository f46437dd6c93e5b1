using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace Calcinosis.Rules.CdsHooks.Tests.Hosting;

/// <summary>Bodies that are meant to hurt. After each of them the service answers as before.</summary>
public sealed class Hostile_input_is_refused : IAsyncLifetime
{
    private CdsHost _host = null!;

    public async Task InitializeAsync() => _host = await CdsHost.StartOnPortAsync(options => options.Requests.BodyTimeout = TimeSpan.FromMilliseconds(300));

    public async Task DisposeAsync()
    {
        (await _host.CallAsync(Calls.OrderService, Calls.HarmlessOrder().ToJsonString())).StatusCode.Should().Be(HttpStatusCode.OK, "the service is still alive");
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task A_body_of_100_MB_is_refused_by_its_announced_length()
    {
        using var content = new StreamContent(new EndlessStream(100 * 1024 * 1024));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        content.Headers.ContentLength = 100 * 1024 * 1024;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/cds-services/{Calls.OrderService}") { Content = content };
        request.Headers.ExpectContinue = true;

        (await (await _host.Client.SendAsync(request)).ProblemsAsync(HttpStatusCode.RequestEntityTooLarge)).Should().Equal("too-long");
    }

    [Fact]
    public async Task A_body_that_does_not_say_its_length_is_refused_as_soon_as_it_is_too_long()
    {
        // By hand: a client library would stop sending in its own way when the answer comes early.
        using var socket = await ConnectAsync();
        await SendAsync(socket, Head("Transfer-Encoding: chunked"));
        var chunk = Encoding.ASCII.GetBytes($"100000\r\n{new string(' ', 0x100000)}\r\n");
        var sent = 0;
        try
        {
            for (; sent < 100; sent++)
                await socket.SendAsync(chunk);
        }
        catch (SocketException)
        {
            // The server closed the connection, which is one way to refuse.
        }

        sent.Should().BeLessThan(100, "16 MiB is the limit, so the server stops reading long before 100");
    }

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("\\udc00\\ud800")]
    public async Task Half_a_surrogate_pair_is_no_text(string escaped)
    {
        var body = Calls.HarmlessOrder().ToJsonString().Replace("\"hook\":\"", "\"hook\":\"" + escaped, StringComparison.Ordinal);

        (await (await _host.CallAsync(Calls.OrderService, body)).ProblemsAsync(HttpStatusCode.BadRequest)).Should().Equal("structure");
    }

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("a\\udc00")]
    public async Task Nor_is_it_a_name(string escaped)
    {
        var body = Calls.HarmlessOrder().ToJsonString().Replace("\"hook\":", $"\"x\":[{{\"{escaped}\":1}}],\"hook\":", StringComparison.Ordinal);

        (await (await _host.CallAsync(Calls.OrderService, body)).ProblemsAsync(HttpStatusCode.BadRequest)).Should().Equal("structure");
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    public async Task Deep_nesting_is_refused(string open, string close)
    {
        var body = $"{string.Concat(Enumerable.Repeat(open, 100_000))}1{string.Concat(Enumerable.Repeat(close, 100_000))}";

        (await (await _host.CallAsync(Calls.OrderService, body)).ProblemsAsync(HttpStatusCode.BadRequest)).Should().Equal("structure");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("\"text\"")]
    [InlineData("{")]
    [InlineData("{\"hook\":\"order-select\",}")]
    [InlineData("{\"hook\":\"order-select\"} extra")]
    [InlineData("// comment\n{}")]
    [InlineData("{\"hook\":\"order-select\",\"hook\":\"order-sign\"}")]
    [InlineData("<xml/>")]
    public async Task What_is_no_json_object_is_refused(string body) =>
        (await (await _host.CallAsync(Calls.OrderService, body)).ProblemsAsync(HttpStatusCode.BadRequest)).Should().Equal("structure");

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        using var content = new ByteArrayContent([(byte)'{', (byte)'"', 0xC3, 0x28, 0xFF, (byte)'"', (byte)':', (byte)'1', (byte)'}']);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        (await _host.Client.PostAsync($"/cds-services/{Calls.OrderService}", content)).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("text/plain", null)]
    [InlineData("application/xml", null)]
    [InlineData("application/x-www-form-urlencoded", null)]
    [InlineData("application/json; charset=utf-16", null)]
    [InlineData("application/json", "gzip")]
    [InlineData("application/json", "br")]
    public async Task Another_form_of_body_is_not_supported(string type, string? encoding)
    {
        using var content = new StringContent(Calls.HarmlessOrder().ToJsonString());
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (encoding is not null)
            content.Headers.ContentEncoding.Add(encoding);

        (await (await _host.Client.PostAsync($"/cds-services/{Calls.OrderService}", content)).ProblemsAsync(HttpStatusCode.UnsupportedMediaType)).Should().Equal("not-supported");
    }

    [Fact]
    public async Task A_body_that_trickles_in_is_given_up()
    {
        using var socket = await ConnectAsync();
        await SendAsync(socket, Head("Content-Length: 1000"));
        await SendAsync(socket, "{\"hook\":");

        (await ReadAsync(socket)).Should().StartWith("HTTP/1.1 408 ");
    }

    [Fact]
    public async Task A_client_that_hangs_up_in_the_middle_leaves_no_fault_behind()
    {
        using (var socket = await ConnectAsync())
        {
            await SendAsync(socket, Head("Content-Length: 1000"));
            await SendAsync(socket, "{\"hook\":");
        }

        (await _host.CallAsync(Calls.OrderService, Calls.HarmlessOrder().ToJsonString())).StatusCode.Should().Be(HttpStatusCode.OK);
        _host.Log.Text.Should().NotContain("A call failed with");
    }

    [Fact]
    public async Task A_hundred_thousand_wrong_things_are_not_listed_one_by_one()
    {
        var body = Calls.HarmlessOrder();
        body["context"]!["selections"] = new System.Text.Json.Nodes.JsonArray([.. Enumerable.Range(0, 100_000).Select(number => System.Text.Json.Nodes.JsonValue.Create(number))]);

        (await (await _host.CallAsync(Calls.OrderService, body.ToJsonString())).ProblemsAsync(HttpStatusCode.BadRequest)).Should().HaveCount(50);
    }

    private static string Head(string length) =>
        $"POST /cds-services/{Calls.OrderService} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n{length}\r\n\r\n";

    private async Task<Socket> ConnectAsync()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { SendTimeout = 10_000, ReceiveTimeout = 10_000 };
        await socket.ConnectAsync(IPAddress.Loopback, _host.Address.Port);
        return socket;
    }

    private static async Task SendAsync(Socket socket, string text) => await socket.SendAsync(Encoding.ASCII.GetBytes(text));

    private static async Task<string> ReadAsync(Socket socket)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var buffer = new byte[4096];
        var read = await socket.ReceiveAsync(buffer, limit.Token);
        return Encoding.ASCII.GetString(buffer, 0, read);
    }

    /// <summary>Blanks without end, or nearly so.</summary>
    private sealed class EndlessStream(long length) : Stream
    {
        private long _left = length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, _left);
            buffer.AsSpan(offset, read).Fill((byte)' ');
            _left -= read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

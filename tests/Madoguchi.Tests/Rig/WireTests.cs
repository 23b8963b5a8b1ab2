using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Madoguchi.Tests.Rig;

public sealed class WireTests : IAsyncLifetime
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(200);
    private readonly int port = Ports.Free();
    private int asked;
    private WebApplication server = null!; // set before the first test
    private Wire wire = null!;
    private HttpClient client = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        server = builder.Build();
        server.MapGet("/", () => $"answer {Interlocked.Increment(ref asked)}");
        await server.StartAsync(Ct);
        wire = new Wire(port);
        client = new HttpClient { BaseAddress = wire.Address };
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await wire.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task A_whole_wire_passes_everything_and_a_cut_one_passes_the_next() =>
        await Passes(() => wire.Cut());

    [Fact]
    public async Task A_cut_is_a_reset()
    {
        using var socket = new TcpClient("127.0.0.1", wire.Port);
        await socket.GetStream().WriteAsync("GET / HTTP/1.1\r\nHost: x\r\n\r\n"u8.ToArray(), Ct);
        var buffer = new byte[4096];
        Assert.NotEqual(0, await socket.GetStream().ReadAsync(buffer, Ct));

        wire.Cut();

        var broken = await Assert.ThrowsAsync<IOException>(async () => await socket.GetStream().ReadExactlyAsync(buffer, Ct));
        Assert.Equal(SocketError.ConnectionReset, (broken.InnerException as SocketException)?.SocketErrorCode);
    }

    [Fact]
    public async Task Refused_is_refused_until_mended()
    {
        wire.Refuse();
        await Assert.ThrowsAsync<HttpRequestException>(Get);

        await Passes(wire.Mend);
    }

    [Fact]
    public async Task A_gateway_says_503_until_mended()
    {
        await Passes(() => { });
        wire.Say503();
        using var response = await client.GetAsync(new Uri("/", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);

        await Passes(wire.Mend);
    }

    [Fact]
    public async Task Silence_delays_and_tells_nobody()
    {
        wire.Silence();
        var waiting = Get();
        await Assert.ThrowsAsync<TimeoutException>(() => waiting.WaitAsync(Moment, Ct));

        wire.Mend();
        Assert.Equal("answer 1", await waiting);
    }

    [Fact]
    public async Task A_lost_answer_leaves_the_act_done()
    {
        wire.LoseAnswers();
        var waiting = Get();
        Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref asked) == 1, TimeSpan.FromSeconds(20)));
        await Assert.ThrowsAsync<TimeoutException>(() => waiting.WaitAsync(Moment, Ct));

        wire.Mend();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => waiting);

        Assert.Equal("answer 2", await Get());
    }

    private Task<string> Get() => client.GetStringAsync(new Uri("/", UriKind.Relative), Ct);

    private async Task Passes(Action after)
    {
        after();
        Assert.StartsWith("answer", await Get(), StringComparison.Ordinal);
    }
}

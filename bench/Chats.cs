using System.Diagnostics;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Bench;

/// <summary>A thousand open chats: what they weigh, and how long a customer's word takes to the agent's screen meanwhile.</summary>
public static class Chats
{
    private const int Open = 1000;
    private const int Sends = 200;

    public static async Task Print(On on)
    {
        await using var server = await Server.Start(on);
        using var stop = new CancellationTokenSource();
        var streams = new List<Task>();
        for (var i = 0; i < Open; i++)
        {
            var visitor = await server.Visit();
            var opened = new TaskCompletionSource();
            streams.Add(Listen(server.App.Client(), $"/c/{visitor.Token}/stream?after=0", _ => opened.TrySetResult(), stop.Token));
            await opened.Task;
        }

        Report.Row($"memory, {Open:N0} open chats", $"{server.Memory:N0} MB");
        var talking = await server.Visit();
        var seen = new Dictionary<string, TaskCompletionSource<long>>();
        var listening = new TaskCompletionSource();
        streams.Add(Listen(server.Agent, $"/desk/live?watch={talking.CaseId}:0", line =>
        {
            listening.TrySetResult();
            lock (seen)
            {
                foreach (var (word, when) in seen)
                {
                    if (line.Contains(word, StringComparison.Ordinal))
                        when.TrySetResult(Stopwatch.GetTimestamp());
                }
            }
        }, stop.Token));
        await listening.Task;
        var took = new List<double>();
        for (var i = 0; i < Sends; i++)
        {
            var (word, when) = ($"word-{i:0000}", new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously));
            lock (seen)
                seen[word] = when;
            var sent = Stopwatch.GetTimestamp();
            await talking.Say(word);
            took.Add(Stopwatch.GetElapsedTime(sent, await when.Task).TotalMilliseconds);
        }

        took.Sort();
        Report.Row($"customer's send to the agent's screen, {Open:N0} open chats", $"p50 {Load.Quantile(took, 0.5):N1} ms, p99 {Load.Quantile(took, 0.99):N1} ms");
        await stop.CancelAsync();
        await Task.WhenAll(streams);
    }

    private static async Task Listen(HttpClient http, string path, Action<string> heard, CancellationToken stop)
    {
        try
        {
            using var response = await http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, stop);
            response.EnsureSuccessStatusCode();
            using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(stop));
            while (await reader.ReadLineAsync(stop) is { } line)
                heard(line);
        }
        catch (OperationCanceledException)
        {
            // The measurement is over.
        }
    }
}

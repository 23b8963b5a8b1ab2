using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;

namespace Madoguchi.Tests.Durability;

/// <summary>One act of a client: what was sent under which key, and what the server acknowledged.</summary>
public sealed record Act(string Key, string CaseId, string Text)
{
    public int? Entry { get; set; }
}

/// <summary>The outside record of a run: what clients sent and what they were told. It is compared with what is found afterwards,
/// and knows nothing else of the server.</summary>
/// <param name="line">The desk in whose line they take a place, again and again: it is the same one.</param>
public sealed class Ledger(Func<string?, HttpClient> client, string? line = null)
{
    private int acknowledged;

    public ConcurrentBag<Act> Acts { get; } = [];

    public ConcurrentBag<(string Key, string CaseId, string Token, string Number)> Contacts { get; } = [];

    public ConcurrentBag<(string CaseId, string TicketId)> Places { get; } = [];

    public int Acknowledged => Volatile.Read(ref acknowledged);

    /// <summary>A customer who opens a case and writes until told to stop. What stays unanswered is sent again under the same key.</summary>
    public async Task Write(string name, CancellationToken stop)
    {
        var (caseId, token) = await Contact(name);
        using var http = client(token);
        for (var i = 1; !stop.IsCancellationRequested; i++)
        {
            if (line is not null && i % 8 == 1)
                Places.Add((caseId, await Insist(http, $"/api/v1/desks/{line}/line", new { caseId, by = "chat" }, Guid.NewGuid().ToString(), "ticketId")));
            var act = new Act(Guid.NewGuid().ToString(), caseId, $"{name} {i}");
            Acts.Add(act);
            act.Entry = int.Parse(await Insist(http, $"/api/v1/cases/{caseId}/messages", new { text = act.Text }, act.Key, "entry"), CultureInfo.InvariantCulture);
            Interlocked.Increment(ref acknowledged);
        }
    }

    private async Task<(string CaseId, string Token)> Contact(string name)
    {
        using var http = client(null);
        var key = Guid.NewGuid().ToString();
        string[] made = (await Insist(http, "/api/v1/contacts", new { text = "story of " + name }, key, "caseId", "token", "customerNumber")).Split(' ');
        Contacts.Add((key, made[0], made[1], made[2]));
        return (made[0], made[1]);
    }

    private static async Task<string> Insist(HttpClient http, string path, object body, string key, params string[] members)
    {
        while (true)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
                request.Headers.Add("Idempotency-Key", key);
                using var response = await http.SendAsync(request);
                if (response.StatusCode is HttpStatusCode.Created)
                {
                    var json = await response.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>();
                    return string.Join(' ', members.Select(m => json.GetProperty(m).ToString()));
                }

                if (response.StatusCode is not HttpStatusCode.ServiceUnavailable)
                    throw new InvalidOperationException($"{(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
            }
            catch (Exception cut) when (cut is HttpRequestException or IOException or TaskCanceledException)
            {
                // The line is dead: whether it happened is not known, and the same key finds out.
            }

            await Task.Delay(5);
        }
    }
}

using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Madoguchi.Shared;
using Madoguchi.Trackers.Delivering;
using Madoguchi.Voices;

namespace Madoguchi.Trackers.Redmining;

/// <summary>A Redmine by its REST API: one issue for each voice, found again by its marker.</summary>
public sealed class RedmineClient(GuardedClient http) : TrackerClient
{
    private const int AtATime = 100;

    public override TrackerKind Kind => TrackerKind.Redmine;

    public override async Task<Taken> Tell(Tracker tracker, string secret, DeliveryClaim claim, CancellationToken ct)
    {
        var (voice, t) = (claim.Event.Data, Tongue.Of(tracker.Language));
        // We may have made it and not lived to write that down.
        var id = claim.Link?.RemoteId ?? await Made(tracker, secret, voice.VoiceId, ct);
        if (id is null)
            return TakenAs(tracker, await Make(tracker, secret, voice, t, ct));
        var there = await Issue(tracker, secret, id, ct);
        if (claim.Link is { RemoteId: not null } link && !Says(there, claim.Delivery.MessageId))
            await Send(tracker, secret, HttpMethod.Put, $"/issues/{id}.json", new JsonObject { ["issue"] = Fields(tracker, voice, t, RedmineText.Note(claim.Event, link, claim.Delivery.MessageId, t)) }, ct);
        return TakenAs(tracker, there);
    }

    public override async Task<string> Try(Tracker tracker, string secret, CancellationToken ct)
    {
        var me = (await Send(tracker, secret, HttpMethod.Get, "/users/current.json", null, ct))["user"];
        var project = (await Send(tracker, secret, HttpMethod.Get, $"/projects/{Uri.EscapeDataString(tracker.Project ?? "")}.json", null, ct))["project"];
        return $"{me?["login"]}: {project?["name"]}";
    }

    public override async Task<IReadOnlyList<RemoteChange>> Changes(Tracker tracker, string secret, IReadOnlyDictionary<string, string?> known, CancellationToken ct)
    {
        List<RemoteChange> changes = [];
        foreach (var some in known.Keys.Chunk(AtATime))
        {
            var since = tracker.HeardTo is { } heard ? $"&updated_on=%3E%3D{heard.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}" : "";
            var found = (await Send(tracker, secret, HttpMethod.Get, $"/issues.json?status_id=*&limit={AtATime}&sort=updated_on{since}&issue_id={string.Join(',', some)}", null, ct))["issues"]!.AsArray(); // it has them, or is no Redmine
            foreach (var issue in found)
            {
                var change = Read(issue!);
                if (!known.TryGetValue(change.RemoteId, out var before))
                    continue; // an old Redmine takes no list of numbers, and gives all
                changes.Add(change.Remote == before ? change : change with { Words = RedmineText.PublicWords(await Issue(tracker, secret, change.RemoteId, ct)) });
            }
        }

        return changes;
    }

    private async Task<string?> Made(Tracker tracker, string secret, Id<Voice> voice, CancellationToken ct) =>
        (await Send(tracker, secret, HttpMethod.Get, $"/issues.json?project_id={Uri.EscapeDataString(tracker.Project ?? "")}&status_id=*&sort=id&description=~{RedmineText.Marker(voice)}", null, ct))["issues"] is JsonArray { Count: > 0 } found
            ? found[0]!["id"]!.ToString() : null; // an issue has a number

    private async Task<JsonNode> Make(Tracker tracker, string secret, VoiceTold voice, Tongue t, CancellationToken ct)
    {
        var fields = Fields(tracker, voice, t, null);
        (fields["project_id"], fields["subject"]) = (tracker.Project, RedmineText.Subject(voice));
        var kinds = (await Send(tracker, secret, HttpMethod.Get, "/trackers.json", null, ct))["trackers"]?.AsArray() ?? [];
        string[] wanted = tracker.IssueKind is { } named ? [named] : voice.Kind is VoiceKind.Defect ? ["Bug", "バグ"] : ["Feature", "機能"];
        // Not there: the project's first, as Redmine itself would.
        if (kinds.FirstOrDefault(k => wanted.Contains(k!["name"]?.ToString(), StringComparer.OrdinalIgnoreCase)) is { } kind)
            fields["tracker_id"] = kind["id"]!.GetValue<int>(); // a kind has a number
        return (await Send(tracker, secret, HttpMethod.Post, "/issues.json", new JsonObject { ["issue"] = fields }, ct))["issue"]!; // or it would have refused
    }

    private static JsonObject Fields(Tracker tracker, VoiceTold voice, Tongue t, string? note)
    {
        var fields = new JsonObject { ["description"] = RedmineText.Description(voice, t) };
        if (note is not null)
            fields["notes"] = note;
        if (tracker.TemperatureField is { } field)
            fields["custom_fields"] = new JsonArray(new JsonObject { ["id"] = field, ["value"] = RedmineText.Degrees(voice.Temperature) });
        return fields;
    }

    private async Task<JsonNode> Issue(Tracker tracker, string secret, string id, CancellationToken ct) => (await Send(tracker, secret, HttpMethod.Get, $"/issues/{id}.json?include=journals", null, ct))["issue"]!; // or it would have refused

    private static IEnumerable<JsonNode> Comments(JsonNode issue) => issue["journals"]?.AsArray().OfType<JsonNode>().Where(RedmineText.IsPublic) ?? [];

    private static bool Says(JsonNode issue, string messageId) => Comments(issue).Any(j => j["notes"]?.ToString().Contains(messageId, StringComparison.Ordinal) is true);

    private static RemoteChange Read(JsonNode issue) => new(issue["id"]!.ToString(), RedmineText.Kept(issue["status"]!["name"])!, RedmineText.Kept(issue["fixed_version"]?["name"]), // an issue has a number and a status
        DateTimeOffset.Parse(issue["updated_on"]!.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal));

    private static Taken TakenAs(Tracker tracker, JsonNode issue) => new(issue["id"]!.ToString(), $"{tracker.Url}/issues/{issue["id"]}"); // an issue has a number

    private async Task<JsonNode> Send(Tracker tracker, string secret, HttpMethod method, string path, JsonNode? body, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, tracker.Url + path);
        request.Headers.TryAddWithoutValidation("X-Redmine-API-Key", secret);
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json"));
        try
        {
            var said = await http.Send(request, ct);
            return string.IsNullOrWhiteSpace(said) ? new JsonObject() : JsonNode.Parse(said) ?? new JsonObject();
        }
        catch (JsonException)
        {
            throw new HttpRequestException($"{tracker.Url} answers, but not as a Redmine does.");
        }
        catch (HttpRequestException no) when (no.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            throw new HttpRequestException($"{(int)no.StatusCode.Value}: the API key opens nothing there, or the REST API is not switched on (Administration → Settings → API).", no);
        }
        catch (HttpRequestException no) when (no.StatusCode is HttpStatusCode.NotFound)
        {
            throw new HttpRequestException($"404: {tracker.Url}{path.Split('?')[0]} is not there, or not for this key.", no);
        }
    }
}

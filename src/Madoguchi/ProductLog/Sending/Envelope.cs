using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.ProductLog.Sending;

/// <summary>What one request brought: all its events, or the reason why none.</summary>
public sealed record Envelope(IReadOnlyList<ToldEvent> Events, ProblemHttpResult? Problem = null)
{
    public const int LargestBody = 1024 * 1024;
    public const int LargestEvent = 64 * 1024;
    public const int MostEvents = 1_000;

    // Of a thousand faults, the first hundred say enough.
    private const int MostFaults = 100;

    public static Envelope Read(byte[] body, bool isBatch)
    {
        if (!Utf8.IsValid(body))
            return Refused(Shared.Problem.MalformedBody("It is not UTF-8."));
        try
        {
            using var json = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = JsonTexts.Deepest });
            return isBatch && json.RootElement.ValueKind is not JsonValueKind.Array ? Refused(Shared.Problem.Invalid("", "A batch is a list of events."))
                : Read(isBatch ? [.. json.RootElement.EnumerateArray()] : [json.RootElement], isBatch);
        }
        catch (JsonException wrong)
        {
            return Refused(Shared.Problem.MalformedBody(wrong.Message));
        }
    }

    public static ProblemHttpResult TooLarge(string detail) => Shared.Problem.Of(413, "too-large", "The body is too large.", detail);

    private static Envelope Read(List<JsonElement> told, bool isBatch)
    {
        if (told.Count > MostEvents)
            return Refused(TooLarge($"At most {MostEvents} events at once; these are {told.Count}."));
        var (events, wrong) = (new List<ToldEvent>(told.Count), new List<Wrong>());
        for (var i = 0; i < told.Count && wrong.Count < MostFaults; i++)
        {
            var at = isBatch ? $"/{i}" : "";
            if (JsonMarshal.GetRawUtf8Value(told[i]).Length > LargestEvent)
                return Refused(TooLarge($"At most {LargestEvent} bytes an event; {(isBatch ? at : "this one")} has more."));
            if (CloudEventReader.Read(told[i], at, wrong) is { } one)
                events.Add(one);
        }

        return wrong.Count == 0 ? new(events) : Refused(Shared.Problem.Invalid(wrong.GroupBy(w => w.At, w => w.Why).ToDictionary(w => w.Key, w => w.ToArray())));
    }

    private static Envelope Refused(ProblemHttpResult why) => new([], why);
}

using System.Text.Json;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Trackers.Webhooks;
using Madoguchi.Voices;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Trackers.Listening;

/// <summary>What became of a voice, as a tracker tells it by a signed message.</summary>
/// <param name="Version">The version in which it is fixed.</param>
/// <param name="PublicText">For customers; without it the house's own text stands.</param>
public sealed record Inbound(Id<Voice> VoiceId, VoiceState State, string? Version = null, Bilingual? PublicText = null) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() =>
    [
        .. State is VoiceState.Open ? [("/state", "planned, fixed or wontFix.")] : Array.Empty<(string, string)>(),
        .. Checks.Line("/version", Version),
        .. new[] { ("/publicText/ja", PublicText?.Ja), ("/publicText/en", PublicText?.En) }.Where(t => t.Item2 is not null).SelectMany(t => Checks.Words(t.Item1, t.Item2!, 4000)), // filtered: not null
    ];
}

/// <param name="As"><c>decided</c>: everyone is told; <c>draft</c>: it waits for a person's words; <c>known</c>: it stood so already.</param>
public sealed record InboundTaken(HeardAs As);

public static class InboundEndpoint
{
    public static void MapInbound(this IEndpointRouteBuilder api) =>
        api.MapPost("/trackers/{trackerId:id}/inbound", Hear).WithName("hearTracker").WithSummary("A tracker says what became of a voice: signed as Standard Webhooks are, taken once by webhook-id")
            .ExcludeFromDescription(); // who calls it has no key of ours: docs/trackers.md describes it

    private static async Task<Results<Ok<InboundTaken>, ProblemHttpResult>> Hear(Id<Tracker> trackerId, HttpRequest request, Db db, IDataProtectionProvider protection, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        if (await BodyBytes.Read(request, Body<Inbound>.Limit, ct) is not { } bytes)
            return Problem.Of(413, "too-large", "The body is too large.", $"At most {Body<Inbound>.Limit} bytes.");
        var (id, now) = (request.Headers[Signature.IdHeader].ToString(), clock.Now);
        // Unknown, not signed, signed wrongly: the same answer.
        if (id.Length > 200 || await db.Trackers.AsNoTracking().SingleOrDefaultAsync(t => t.Id == trackerId && t.Kind == TrackerKind.Webhook && t.PausedAt == null, ct) is not { } tracker || TrackerSecret.Open(tracker.Secret, protection) is not { } secret
            || Signature.Key(secret) is not { } key || Signature.Refuses(key, id, request.Headers[Signature.TimeHeader], request.Headers[Signature.SignatureHeader], bytes, now) is not null)
            return Unsigned;
        if (JsonRules.Check(bytes) is { } wrong)
            return wrong;
        Inbound? said;
        try
        {
            said = JsonSerializer.Deserialize<Inbound>(bytes, Json.Kept); // a tracker may say more than we understand
        }
        catch (JsonException no)
        {
            return JsonRules.Explain(no);
        }

        if (said is null)
            return Problem.Invalid("", "An object is needed.");
        if (said.Errors().ToList() is [var first, ..])
            return Problem.Invalid(first.Pointer, first.Why);
        return await writes.Write(work => Once(work, tracker, id, said, now), ct) switch
        {
            HeardAs.UnknownVoice => Problem.NotFound,
            HeardAs.Refused => Problem.Invalid("/publicText", "This text sends people away."),
            var heard => TypedResults.Ok(new InboundTaken(heard)),
        };
    }

    private static async Task<HeardAs> Once(Db db, Tracker tracker, string messageId, Inbound said, DateTimeOffset now)
    {
        await db.Lock(tracker.Id).SingleAsync(CancellationToken.None); // one after the other
        if (await db.HeardMessages.AsNoTracking().SingleOrDefaultAsync(h => h.TrackerId == tracker.Id && h.MessageId == messageId, CancellationToken.None) is { } before)
            return Enum.Parse<HeardAs>(before.Answer);
        var heard = await db.DecidedThere(tracker, said.VoiceId, said.State, said.Version, said.PublicText, now);
        if (heard is HeardAs.UnknownVoice or HeardAs.Refused)
            return heard;
        // Older ones are refused by their time alone.
        await db.HeardMessages.Where(h => h.TrackerId == tracker.Id && h.At < now.AddDays(-1)).ExecuteDeleteAsync(CancellationToken.None);
        db.HeardMessages.Add(new Heard { TrackerId = tracker.Id, MessageId = messageId, At = now, Answer = $"{heard}" });
        await db.SaveChangesAsync(CancellationToken.None);
        return heard;
    }

    private static ProblemHttpResult Unsigned { get; } = Problem.Of(401, "not-signed", "The signature is missing, too old or wrong.", "webhook-id, webhook-timestamp and webhook-signature as Standard Webhooks describes them.");
}

using System.Globalization;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Chat.Talking;

public static class SayEndpoint
{
    public static void MapSaying(this IEndpointRouteBuilder own) => own.MapPost("/messages", Say);

    private static async Task<IResult> Say(Visit visit, HttpRequest request, Answers answers, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        if (await request.Posted(ct) is not { } posted)
            return await answers.Refuse(visit, request, null, ct);
        var text = PlainText.Clean(posted["text"]);
        if (text.Length > PlainText.Story)
            return await answers.Refuse(visit, request, posted, ct);
        if (text.Length == 0)
            return await answers.Done(visit, request, posted, ct); // nothing was written: the page as it is

        var now = clock.Now;
        var written = DateTimeOffset.TryParse(posted["writtenAt"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : (DateTimeOffset?)null;
        var said = new MessageSaid(text, MessageEndpoint.Written(written, now));
        var result = await writes.WriteOnce(posted.Once(visit.Caller.Key, "POST page message"), now, db => db.Say(visit.Customer.CaseId, visit.Caller, said, now), ct);
        return result.Refused(out var why, out _) ? MessageEndpoint.Explain(why) : await answers.Done(visit, request, posted, ct);
    }
}

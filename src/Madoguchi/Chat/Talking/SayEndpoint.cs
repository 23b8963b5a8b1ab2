using System.Globalization;
using Madoguchi.Cases.Attaching;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Chat.Talking;

public static class SayEndpoint
{
    public static void MapSaying(this IEndpointRouteBuilder own) => own.MapPost("/messages", Say);

    private static async Task<IResult> Say(Visit visit, HttpRequest request, Uploads uploads, Answers answers, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (posted, status) = await request.PostedWithFiles(uploads, ct);
        if (posted is null || posted["text"].Length > PlainText.Story)
            return await answers.Refuse(visit, request, posted, status, ct);
        var text = PlainText.Clean(posted["text"]);
        if (text.Length == 0 && posted.Files.Count == 0)
            return await answers.Done(visit, request, posted, ct); // nothing was written: the page as it is

        var now = clock.Now;
        var written = MessageEndpoint.Written(DateTimeOffset.TryParse(posted["writtenAt"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null, now);
        var result = await writes.WriteOnce(posted.Once(visit.Caller.Key, "POST page message"), now, db => Record(db, visit, text, posted.Files, written, now), ct);
        return result.Refused(out var why, out _) ? MessageEndpoint.Explain(why) : await answers.Done(visit, request, posted, ct);
    }

    // Words and pictures that were sent together stand together, or not at all.
    private static async Task<Result<Recorded, CaseRefusal>> Record(Db db, Visit visit, string text, IReadOnlyList<KeptFile> files, DateTimeOffset? written, DateTimeOffset now)
    {
        Recorded? said = null;
        if (text.Length > 0)
        {
            if ((await db.Say(visit.Customer.CaseId, visit.Caller, new MessageSaid(text, written), now)).Refused(out var why, out said))
                return why;
        }

        if (files.Count == 0)
            return said!; // one of the two was sent
        return (await db.Attach(visit.Customer.CaseId, visit.Caller, files, written, now)).Refused(out var not, out var attached) ? not : new Recorded(attached.Files[^1].Entry);
    }
}

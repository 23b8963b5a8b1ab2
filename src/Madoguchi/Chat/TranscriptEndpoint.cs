using System.Globalization;
using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Madoguchi.Chat;

public static class TranscriptEndpoint
{
    private const int Most = 5_000;

    public static void MapTranscript(this IEndpointRouteBuilder callers) =>
        callers.MapGet("/cases/{caseId:id}/transcript", Read).WithName("readTranscript").WithSummary("The conversation as plain text: what its customer may see, for whoever may see the case")
            .Produces<string>(200, "text/plain").ProducesProblem(404);

    /// <summary>To be saved. The language is the one that was asked for, or the case's.</summary>
    public static async Task<IResult> Write(Id<Case> caseId, Caller caller, Func<string, Tongue> tongueFor, Db db, HttpResponse response, DateTimeOffset now, CancellationToken ct)
    {
        var head = await db.Cases.AsNoTracking().VisibleTo(caller, db, now).Where(c => c.Id == caseId)
            .Join(db.Customers, c => c.CustomerId, p => p.Id, (c, p) => new { c.Language, p.Number }).SingleOrDefaultAsync(ct);
        if (head is null)
            return Problem.NotFound;

        var entries = await db.NewestEntries(caseId, inside: false, Most, ct);
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(string.Create(CultureInfo.InvariantCulture, $"madoguchi-{head.Number}-{now:yyyyMMdd}.txt"));
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.Content(string.Join("\r\n", Transcript.Lines(CustomerNumber.Parse(head.Number), entries, tongueFor(head.Language), now)), "text/plain; charset=utf-8");
    }

    private static Task<IResult> Read(Id<Case> caseId, string? lang, Caller caller, Db db, HttpResponse response, TimeProvider clock, CancellationToken ct) =>
        Write(caseId, caller, language => Tongue.Of(lang is "ja" or "en" ? lang : language), db, response, clock.Now, ct);
}

using System.Globalization;
using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Chat.Talking;

/// <summary>How the customer's page is answered: a plain form with the page again, our scripts with what is new on it.</summary>
public sealed class Answers(Db db, FragmentsFeature fragments, TimeProvider clock)
{
    private const int Most = 200;

    public async Task<IResult> Done(Visit visit, HttpRequest request, Posted posted, CancellationToken ct)
    {
        if (!request.Headers.ContainsKey(Live.Header))
            return TypedResults.Extensions.SeeOther(visit.Home);
        var after = int.TryParse(posted["after"], NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? from : int.MaxValue;
        var entries = await db.EntriesAfter(visit.Customer.CaseId, after, inside: false, Most, ct);
        var language = await db.Cases.Of(visit.Customer, clock.Now).Select(c => c.Language).SingleAsync(ct);
        return TypedResults.Content(string.Concat(await fragments.Draw(entries, visit.TongueFor(language), visit.Token, ct)), "text/html; charset=utf-8");
    }

    /// <summary>Not taken, and nothing that was written is lost: it stands in its box again.</summary>
    public async Task<IResult> Refuse(Visit visit, HttpRequest request, Posted? posted, int status, CancellationToken ct)
    {
        var language = await db.Cases.Of(visit.Customer, clock.Now).Select(c => c.Language).SingleAsync(ct);
        var why = Explain(status, visit.TongueFor(language));
        return request.Headers.ContainsKey(Live.Header) ? TypedResults.Text(why, statusCode: status == 200 ? 422 : status)
            : await ChatPageEndpoint.Show(request.HttpContext, visit, false, db, fragments, clock, posted?["text"], why, false, status == 200 ? 422 : status, ct);
    }

    public static string Explain(int status, Tongue t) => status switch
    {
        413 => t["送れませんでした。ファイルが大きすぎるようです。小さくするか、分けてお送りください。", "This could not be sent: a file is too large. Make it smaller, or send fewer at once."],
        200 => t[$"送れませんでした。一度に送れるのは{PlainText.Story:N0}文字までです。", $"This could not be sent: at most {PlainText.Story:N0} characters at a time."],
        _ => t["送れませんでした。もう一度お試しください。", "This could not be sent. Please try again."],
    };
}

public static class SeeOtherExtension
{
    /// <summary>303: the answer to a form is another page, to be got with GET.</summary>
    public static IResult SeeOther(this IResultExtensions _, string to) => new Answer(to);

    private sealed class Answer(string to) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = to;
            return Task.CompletedTask;
        }
    }
}

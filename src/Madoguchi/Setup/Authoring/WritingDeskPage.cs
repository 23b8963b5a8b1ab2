using Madoguchi.Desks;
using Madoguchi.Guides;
using Madoguchi.Guides.Keeping;
using Madoguchi.Guides.Writing;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Setup.Authoring;

/// <summary>The editor as a page: what was typed stays, whatever came of it.</summary>
public sealed class WritingDesk(HttpContext http, Db db, TimeProvider clock, CurrentAgent me)
{
    public static ValueTask<WritingDesk?> BindAsync(HttpContext http) => ValueTask.FromResult(http.Features.Get<CurrentAgent>() is { } me
        ? new WritingDesk(http, http.RequestServices.GetRequiredService<Db>(), http.RequestServices.GetRequiredService<TimeProvider>(), me) : null);

    public async Task<IResult> Show(
        Guide? guide, string markdown, int seen, CancellationToken ct, string? slug = null, string? wrongSlug = null, string? refused = null, bool done = false,
        VersionLine? theirs = null, IReadOnlyList<DiffLine>? differences = null)
    {
        var (t, read) = (Tongue.Asked(http), GuideReader.Read(markdown));
        return new RazorComponentResult<GuidePage>(new
        {
            T = t, Token = http.FormToken(), Me = me, Guide = guide, Slug = slug, WrongSlug = wrongSlug, Version = seen, Markdown = markdown, Read = read, Order = await Order(guide, read, ct),
            Theirs = theirs, Differences = differences ?? [], Done = done ? t["保存しました。", "Saved."] : null, Refused = refused,
        })
        { StatusCode = theirs is not null ? 409 : wrongSlug is not null || refused is not null ? 422 : 200 };
    }

    /// <summary>The preview alone.</summary>
    public async Task<IResult> Part(Guide? guide, string markdown, CancellationToken ct)
    {
        var read = GuideReader.Read(markdown);
        return new RazorComponentResult<GuidePreview>(new { T = Tongue.Asked(http), Read = read, Order = await Order(guide, read, ct) });
    }

    /// <summary>Two have written. Both texts are shown by their differences; saving again is a decision.</summary>
    public async Task<IResult> Conflict(string slug, string markdown, CancellationToken ct)
    {
        var t = Tongue.Asked(http);
        if (await db.Guide(slug, ct) is not { } now || await db.GuideHistory(slug, ct) is not [var theirs, ..])
            return TypedResults.LocalRedirect("/settings/guides");
        return await Show(now.Guide, markdown, now.Number, ct, theirs: theirs, differences: LineDiff.Of(now.Markdown, markdown), refused:
            t[$"その間に {theirs.By} さんが第{theirs.Version}版を保存しました。下で違いを見て、要るところを取り込んでください。もう一度保存すると、ここに書いた内容になります。",
                $"{theirs.By} has saved version {theirs.Version} meanwhile. See the differences below and take over what is needed; save again, and what stands here is the guide."]);
    }

    private async Task<IReadOnlyList<RankedWay>> Order(Guide? guide, GuideRead read, CancellationToken ct) =>
        read.Content is not { } content ? [] : BestOrder.Rank(content.Ways, guide is null ? new Dictionary<string, Tried>() : await db.Outcomes(guide.Id, ct), DateOnly.FromDateTime(clock.Now.UtcDateTime), guide?.Slug ?? "");
}

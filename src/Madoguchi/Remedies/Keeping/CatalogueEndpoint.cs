using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Remedies.Keeping;

/// <summary>Up to which amount each role decides alone. Nothing: no limit. 0: never alone.</summary>
public sealed record GrantLimits(long? Agent = null, long? Supervisor = null, long? Administrator = null);

/// <summary>The whole of a remedy as it is put.</summary>
/// <param name="Kind">How it is spoken of to the customer.</param>
/// <param name="Unit">What an amount is counted in, such as <c>JPY</c> or <c>days</c>; nothing: it has no amount.</param>
/// <param name="Next">What happens next, in words for the customer.</param>
/// <param name="Retired">Granted no more.</param>
public sealed record RemedyContent(InBoth Name, RemedyKind Kind, string? Unit = null, GrantLimits? Limits = null, InBoth? Next = null, bool? Retired = null) : IChecked
{
    private const int LongestUnit = 20;
    private const int LongestNext = 500;

    public IEnumerable<(string Pointer, string Why)> Errors() =>
    [
        .. string.IsNullOrWhiteSpace(Name.Ja) && string.IsNullOrWhiteSpace(Name.En) ? [("/name", "Something must be written here.")] : Checks.Line("/name/ja", Name.Ja).Concat(Checks.Line("/name/en", Name.En)),
        .. Checks.Line("/unit", Unit, LongestUnit), .. Next?.Ja is { } ja ? Checks.Words("/next/ja", ja, LongestNext) : [], .. Next?.En is { } en ? Checks.Words("/next/en", en, LongestNext) : [],
        .. Limit("/limits/agent", Limits?.Agent), .. Limit("/limits/supervisor", Limits?.Supervisor), .. Limit("/limits/administrator", Limits?.Administrator),
    ];

    private static IEnumerable<(string Pointer, string Why)> Limit(string at, long? limit) => limit is < 0 or > Grant.Most ? [(at, $"0 to {Grant.Most}, whole.")] : [];
}

/// <param name="Version">Changes with anything that stands here; the ETag.</param>
public sealed record RemedyView(string Slug, InBoth Name, RemedyKind Kind, string? Unit, GrantLimits Limits, InBoth? Next, bool Retired, string Version)
{
    public static RemedyView Of(Remedy r)
    {
        var view = new RemedyView(r.Slug, r.Name, r.Kind, r.Unit, new(r.AgentLimit, r.SupervisorLimit, r.AdministratorLimit), r.Next, r.Retired, "");
        return view with { Version = Versions.Of(view) };
    }
}

public sealed record RemedyList(IReadOnlyList<RemedyView> Remedies);

public static class CatalogueEndpoint
{
    public static void MapCatalogue(this IEndpointRouteBuilder agents, IEndpointRouteBuilder administrators)
    {
        agents.MapGet("/remedies", List).WithName("listRemedies").WithSummary("The catalogue of remedies");
        agents.MapGet("/remedies/{slug}", Read).WithName("readRemedy").WithSummary("One remedy of the catalogue");
        administrators.MapPut("/remedies/{slug}", Put).WithName("putRemedy").WithSummary("Sets a remedy: the whole of it. If-Match is honoured").ProducesProblem(412).ProducesProblem(422);
    }

    private static async Task<Ok<RemedyList>> List(Db db, CancellationToken ct) => TypedResults.Ok(new RemedyList([.. (await db.Catalogue(ct)).Select(RemedyView.Of)]));

    private static async Task<Results<Ok<RemedyView>, ProblemHttpResult>> Read(string slug, Db db, HttpResponse response, CancellationToken ct)
    {
        if (!CatalogueMapping.IsSlug(slug) || await db.Remedy(slug, ct) is not { } remedy)
            return Problem.NotFound;
        var view = RemedyView.Of(remedy);
        response.Headers.ETag = $"\"{view.Version}\"";
        return TypedResults.Ok(view);
    }

    private static async Task<Results<Ok<RemedyView>, ProblemHttpResult>> Put(string slug, Body<RemedyContent> body, HttpContext http, Writes writes, CancellationToken ct)
    {
        if (!CatalogueMapping.IsSlug(slug))
            return Problem.Invalid("/slug", CatalogueMapping.SlugRule);
        var result = await writes.Write(db => db.PutRemedy(slug, body.Value, DeskEndpoint.IfMatch(http.Request)), ct);
        if (result.Refused(out _, out var put))
            return Problem.Of(412, "changed-since", "Somebody else has changed this remedy meanwhile.", "Read it again and decide anew.");
        http.Response.Headers.ETag = $"\"{put.Version}\"";
        return TypedResults.Ok(put);
    }
}

using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Desks;

/// <param name="Slug"><c>a-z 0-9 -</c>, at most 40 characters.</param>
/// <param name="Languages">BCP 47, the desk's own first.</param>
/// <param name="Reception">Gets stories told without a desk. The first desk is the reception until another is.</param>
public sealed record NewDesk(string Slug, string Name, IReadOnlyList<string> Languages, string? NameInEnglish = null, IReadOnlyList<string>? Products = null,
    string? Hours = null, string? HoursInEnglish = null, bool? Reception = null, int? SilenceHours = null, int? RingAfterMinutes = null, IReadOnlyList<string>? Origins = null) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() =>
    [
        .. SlugErrors(), .. Checks.Line("/name", Name), .. Checks.Line("/nameInEnglish", NameInEnglish), .. Checks.Line("/hours", Hours), .. Checks.Line("/hoursInEnglish", HoursInEnglish),
        .. Languages.Count is 0 or > 20 ? [("/languages", "One to twenty languages are needed.")] : Languages.SelectMany((l, i) => Checks.Language($"/languages/{i}", l)),
        .. (Products ?? []).SelectMany((p, i) => Checks.Line($"/products/{i}", p)),
        .. (Origins ?? []).Where(o => !Uri.TryCreate(o, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.GetLeftPart(UriPartial.Authority) != o)
            .Select((o, i) => ($"/origins/{i}", "An origin is scheme://host[:port].")),
        .. SilenceHours is < 1 or > 24 * 365 ? [("/silenceHours", "1 to 8760 hours.")] : Array.Empty<(string, string)>(),
        .. RingAfterMinutes is < 1 or > 24 * 60 ? [("/ringAfterMinutes", "1 to 1440 minutes.")] : Array.Empty<(string, string)>(),
    ];

    private IEnumerable<(string Pointer, string Why)> SlugErrors()
    {
        if (Slug.Length is 0 or > 40 || !Slug.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-') || Slug.StartsWith('-') || Slug.EndsWith('-'))
            yield return ("/slug", "1 to 40 of a-z, 0-9 and hyphens, not at the ends.");
    }
}

public sealed record DeskMade(Id<Desk> DeskId, string Slug);

public enum DeskMadeRefusal { SlugTaken }

public static class DeskEndpoint
{
    public static void MapDesks(this IEndpointRouteBuilder administrators) =>
        administrators.MapPost("/desks", Make).WithName("makeDesk").WithSummary("A new desk").ProducesProblem(409).ProducesProblem(422);

    private static async Task<Results<Created<DeskMade>, ProblemHttpResult>> Make(Body<NewDesk> body, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var result = await writes.WriteOnce(once.For($"agent {agent.Id}", body.Hash), clock.Now, db => db.MakeDesk(body.Value), ct);
        return result.Refused(out var why, out var made) ? Explain(why) : TypedResults.Created($"/api/v1/desks/{made.Slug}", made);
    }

    private static ProblemHttpResult Explain(DeskMadeRefusal why) => why switch
    {
        DeskMadeRefusal.SlugTaken => Problem.Of(409, "slug-taken", "There is a desk of that slug already."),
    };
}

public static class MakingDesksMapping
{
    extension(Db db)
    {
        public async Task<Result<DeskMade, DeskMadeRefusal>> MakeDesk(NewDesk asked)
        {
            var slug = asked.Slug;
            if (await db.Desks.AnyAsync(d => d.Slug == slug, CancellationToken.None))
                return DeskMadeRefusal.SlugTaken;
            var reception = asked.Reception ?? !await db.Desks.AnyAsync(d => d.IsReception, CancellationToken.None);
            if (reception)
                await db.Desks.Where(d => d.IsReception).ExecuteUpdateAsync(d => d.SetProperty(x => x.IsReception, false), CancellationToken.None);
            var desk = new Desk
            {
                Id = Id<Desk>.New(), Slug = slug, Name = PlainText.Clean(asked.Name), NameInEnglish = asked.NameInEnglish, Languages = [.. asked.Languages],
                Products = [.. asked.Products ?? []], Hours = asked.Hours, HoursInEnglish = asked.HoursInEnglish, IsReception = reception,
                SilenceHours = asked.SilenceHours ?? 24 * 7, RingAfterMinutes = asked.RingAfterMinutes ?? 5, Origins = [.. asked.Origins ?? []],
            };
            db.Desks.Add(desk);
            await db.SaveChangesAsync(CancellationToken.None);
            return new DeskMade(desk.Id, slug);
        }
    }
}

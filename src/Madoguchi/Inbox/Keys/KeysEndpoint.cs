using Madoguchi.Cases;
using Madoguchi.Inbox.Working;
using Madoguchi.Search;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Inbox.Keys;

/// <summary>The keys sheet, and the palette: one box for every act and for finding.</summary>
public static class KeysEndpoint
{
    private const int Shown = 8;

    public static void MapKeySheet(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/keys", (Sheets sheets) => sheets.Show<KeysSheet>());
        desk.MapGet("/palette", Palette);
        desk.MapGet("/palette/found", Found);
    }

    private static async Task<IResult> Palette(string? q, string? @case, Sheets sheets, Db db, CancellationToken ct)
    {
        var (asked, open) = (Usable(q), Id<Case>.TryParse(@case, null, out var id) ? id : (Id<Case>?)null);
        return sheets.Show<PaletteSheet>(
            ("Words", asked), ("Open", open), ("Acts", Acts.Offered(open is not null, sheets.Me.IsAdministrator, asked).ToList()), ("Found", await Find(asked, sheets, db, ct)));
    }

    private static async Task<RazorComponentResult<FoundRows>> Found(string? q, Sheets sheets, Db db, CancellationToken ct) =>
        new(new { sheets.T, Found = await Find(Usable(q), sheets, db, ct) });

    private static async Task<Hits> Find(string? asked, Sheets sheets, Db db, CancellationToken ct) => asked is null ? new([], [], null) : await db.Search(asked, sheets.Me, ct, Shown);

    private static string? Usable(string? q) => Sought.IsUsable(q) ? q : null;
}

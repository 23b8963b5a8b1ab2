using Madoguchi.Cases.Attaching;
using Madoguchi.Desks;
using Madoguchi.Guides;
using Madoguchi.Guides.Keeping;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Setup.Authoring;

/// <summary>A picture for a step, in mid-writing: a script puts its line where the writer is, without one it stands at the end of the text.</summary>
public static class PicturesPageEndpoint
{
    public static void MapPictures(this IEndpointRouteBuilder writing) => writing.MapPost("/{slug}/picture", Keep);

    private static async Task<IResult> Keep(string slug, WritingDesk desk, HttpContext http, CurrentAgent me, Uploads uploads, Db db, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var upload = await uploads.Read(http.Request, ct);
        var (now, t) = (clock.Now, Tongue.Asked(http));
        var address = upload is { Problem: null, Files: [{ Size: > 0 } file, ..] } && !(await writes.Write(work => work.KeepGuidePicture(file, me, now), ct)).Refused(out _, out var kept) ? kept.Address : null;
        var refused = address is null ? t["画像（PNG・JPEG・GIF・WebP）を選んでください。", "Choose a picture: PNG, JPEG, GIF or WebP."] : null;
        if (upload.Fields.ContainsKey("part"))
            return address is null ? TypedResults.Text(refused, statusCode: 422) : TypedResults.Text(Line(address));

        var text = upload.Fields.GetValueOrDefault("markdown", "");
        var seen = int.TryParse(upload.Fields.GetValueOrDefault("version", ""), out var number) ? number : 0;
        return await desk.Show((await db.Guide(slug, ct))?.Guide, address is null ? text : $"{text.TrimEnd()}\n\n{Line(address)}\n", seen, ct, slug: upload.Fields.GetValueOrDefault("slug"), refused: refused);
    }

    // Indented: it belongs to the step above it.
    private static string Line(string address) => $"   ![]({address})";
}

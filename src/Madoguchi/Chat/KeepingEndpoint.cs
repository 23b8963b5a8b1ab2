using System.Globalization;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using QRCoder;

namespace Madoguchi.Chat;

/// <summary>What a customer may take away: the address as a picture for another device, the conversation as a file.</summary>
public static class KeepingEndpoint
{
    public static void MapKeeping(this IEndpointRouteBuilder own)
    {
        own.MapGet("/qr.svg", Qr);
        own.MapGet("/transcript", Transcript);
    }

    private static ContentHttpResult Qr(Visit visit, BaseAddress address)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(address.Of($"/c/{visit.Token}"), QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return TypedResults.Content(code.GetGraphic(4, "#000000", "#ffffff", sizingMode: SvgQRCode.SizingMode.ViewBoxAttribute), "image/svg+xml");
    }

    private static async Task<IResult> Transcript(Visit visit, Db db, HttpResponse response, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Chat(visit.Customer, whole: true, clock.Now, ct) is not { } view)
            return Problem.NotFound;
        var t = visit.TongueFor(view.Case.Language);
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(string.Create(CultureInfo.InvariantCulture, $"madoguchi-{view.Number.Value}-{clock.Now:yyyyMMdd}.txt"));
        response.Headers.ContentDisposition = disposition.ToString();
        return TypedResults.Content(string.Join("\r\n", Chat.Transcript.Lines(view, t, clock.Now)), "text/plain; charset=utf-8");
    }
}

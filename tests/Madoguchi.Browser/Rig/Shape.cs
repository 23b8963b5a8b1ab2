using Microsoft.Playwright;

namespace Madoguchi.Browser.Rig;

/// <summary>What somebody looks at the page with.</summary>
public sealed record Shape(string Name, int Width, int Height, float Scale = 1, bool Touch = false)
{
    public static Shape Phone { get; } = new("phone", 390, 844, Scale: 2, Touch: true);

    public static Shape Wide { get; } = new("wide", 1440, 900);

    /// <summary>A desk of 1280 pixels at 200 % zoom, as the browser lays it out.</summary>
    public static Shape Zoomed { get; } = new("zoomed", 640, 400, Scale: 2);

    public ViewportSize Size => new() { Width = Width, Height = Height };
}

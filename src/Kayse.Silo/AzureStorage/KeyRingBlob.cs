using System.Xml.Linq;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Kayse.Silo.AzureStorage;

/// <summary>
/// The data protection keys in one blob. Of two processes that add a key at once, the second adds to what the first
/// wrote.
/// </summary>
internal sealed class KeyRingBlob(BlobClient blob) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [.. Read().Ring.Elements()];

    public void StoreElement(XElement element, string friendlyName)
    {
        while (!TryAdd(element)) { }
    }

    private bool TryAdd(XElement element)
    {
        var (ring, version) = Read();
        ring.Add(element);
        var conditions = version is null
            ? new BlobRequestConditions { IfNoneMatch = ETag.All }
            : new BlobRequestConditions { IfMatch = version };
        try
        {
            blob.Upload(new BinaryData(ring.ToString(SaveOptions.DisableFormatting)), new BlobUploadOptions { Conditions = conditions });
            return true;
        }
        catch (RequestFailedException changed)
            when (changed.ErrorCode == BlobErrorCode.ConditionNotMet || changed.ErrorCode == BlobErrorCode.BlobAlreadyExists)
        {
            return false;
        }
    }

    private (XElement Ring, ETag? Version) Read()
    {
        try
        {
            var stored = blob.DownloadContent().Value;
            return (XElement.Load(stored.Content.ToStream()), stored.Details.ETag);
        }
        catch (RequestFailedException missing)
            when (missing.ErrorCode == BlobErrorCode.BlobNotFound || missing.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            return (new XElement("keys"), null);
        }
    }
}

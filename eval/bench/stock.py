"""LlamaIndex's stock pipeline over the same files, with the same embedder.

VectorStoreIndex on Chroma, SentenceSplitter at its default size, compact synthesis by a mock
model that costs nothing. Everything is passed explicitly: no global settings.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING
from uuid import uuid4

if TYPE_CHECKING:
    from llama_index.core.base.embeddings.base import BaseEmbedding

    from assistant.library.embedders import Embedder

Ask = Callable[[str], object]
# What an answer was made from: pieces of text, each with the name of what it is of.
Pipeline = Callable[[str], tuple[tuple[str, str], ...]]

CHUNK_TOKENS = 1024  # SentenceSplitter's default, named so that it is not taken from a global


def stock_pipeline(texts: Mapping[str, str], embedder: Embedder) -> Pipeline:
    """A function that answers a question over ``texts``, by name, as LlamaIndex does out of the
    box."""
    import chromadb.config
    from llama_index.core import Document, StorageContext, VectorStoreIndex
    from llama_index.core.llms.mock import MockLLM
    from llama_index.core.node_parser import SentenceSplitter
    from llama_index.vector_stores.chroma import ChromaVectorStore

    client = chromadb.EphemeralClient(chromadb.config.Settings(anonymized_telemetry=False))
    # In-memory clients share one store: the name must be this pipeline's own.
    collection = client.create_collection(f"stock-{uuid4().hex}", embedding_function=None)
    storage = StorageContext.from_defaults(vector_store=ChromaVectorStore(collection))
    index = VectorStoreIndex.from_documents(
        [Document(text=text, id_=name) for name, text in texts.items()],
        storage_context=storage,
        embed_model=wrapped(embedder),
        transformations=[SentenceSplitter(chunk_size=CHUNK_TOKENS, chunking_tokenizer_fn=_lines)],
    )
    engine = index.as_query_engine(llm=MockLLM(), response_mode="compact")

    def ask(question: str) -> tuple[tuple[str, str], ...]:
        answered = engine.query(question)
        nodes = (scored.node for scored in answered.source_nodes)
        return tuple((str(node.ref_doc_id), node.get_content()) for node in nodes)

    return ask


def _lines(text: str) -> list[str]:
    """Split before the splitter's own sentence pattern does.

    Its default, an English sentence model, finds no sentences in Chinese, and refuses to be read
    where packages are installed as hard links (nltk's path check), as ``uv`` installs them.
    """
    return text.splitlines(keepends=True)


def wrapped(embedder: Embedder) -> BaseEmbedding:
    """Our embedder behind LlamaIndex's interface."""
    from llama_index.core.base.embeddings.base import BaseEmbedding, Embedding

    class Wrapped(BaseEmbedding):
        def _get_text_embedding(self, text: str) -> Embedding:
            return [float(x) for x in embedder.embed_passages([text])[0]]

        def _get_text_embeddings(self, texts: list[str]) -> list[Embedding]:
            return [[float(x) for x in row] for row in embedder.embed_passages(texts)]

        def _get_query_embedding(self, query: str) -> Embedding:
            return [float(x) for x in embedder.embed_question(query)]

        async def _aget_query_embedding(self, query: str) -> Embedding:
            return self._get_query_embedding(query)

    return Wrapped(model_name=embedder.name)
